#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <linux/msg.h>
#include <sys/syscall.h>

/// What the catalogue knows of System V message queues: msgget(2), msgop(2), msgctl(2). The
/// kernel's own header gives the numbers; what each errno means here was tried on Linux 6.18.
namespace ipclab::table {

inline constexpr std::array keys{
    Constant{"IPC_PRIVATE", IPC_PRIVATE, "always a new queue, found by its id only"},
};

inline constexpr std::array getFlags{
    Constant{"IPC_CREAT", IPC_CREAT, "create the queue if the key has none"},
    Constant{"IPC_EXCL", IPC_EXCL, "with IPC_CREAT: fail if the key already has one"},
};

inline constexpr std::array sendFlags{
    Constant{"IPC_NOWAIT", IPC_NOWAIT, "fail with EAGAIN instead of sleeping"},
};

inline constexpr std::array receiveFlags{
    Constant{"IPC_NOWAIT", IPC_NOWAIT, "fail with ENOMSG instead of sleeping"},
    Constant{"MSG_NOERROR", MSG_NOERROR, "cut a longer text to msgsz; the rest is lost"},
    Constant{"MSG_EXCEPT", MSG_EXCEPT, "with msgtyp > 0: the first of any other type"},
    Constant{"MSG_COPY", MSG_COPY, "copy the message at index msgtyp; it stays in the queue"},
};

inline constexpr std::array controlCommands{
    Constant{"IPC_STAT", IPC_STAT, "read the queue's msqid_ds"},
    Constant{"IPC_SET", IPC_SET, "change owner, mode and msg_qbytes"},
    Constant{"IPC_RMID", IPC_RMID, "remove the queue at once, with its messages"},
};

inline constexpr Parameter queueParameter{
    .name = "msqid",
    .ctype = "int",
    .kind = ParameterKind::QueueId,
    .constants = {},
    .hint = "the identifier that msgget returned, not the key",
    .initial = "q",
};

inline constexpr std::array msggetParameters{
    Parameter{.name = "key",
              .ctype = "key_t",
              .kind = ParameterKind::Key,
              .constants = keys,
              .hint = "the same key finds the same queue",
              .initial = "1234"},
    Parameter{.name = "msgflg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = getFlags,
              .hasMode = true,
              .hint = "without mode bits a new queue shuts out everyone, its creator too",
              .initial = "IPC_CREAT|0644"},
};

inline constexpr std::array msggetErrors{
    ErrorEntry{EACCES, "the queue exists and denies a permission bit that was asked for"},
    ErrorEntry{EEXIST, "IPC_CREAT|IPC_EXCL, and the key already has a queue"},
    ErrorEntry{ENOENT, "the key has no queue, and IPC_CREAT was not given"},
    ErrorEntry{ENOMEM, "the kernel has no memory for the queue"},
    ErrorEntry{ENOSPC, "the limit of queues (msgmni) is reached"},
};

inline constexpr std::array msgsndParameters{
    queueParameter,
    Parameter{.name = "msgp",
              .ctype = "const void *",
              .kind = ParameterKind::MessageIn,
              .constants = {},
              .hint = "the type must be at least 1",
              .initial = "{1, \"hello\"}"},
    Parameter{.name = "msgsz",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "bytes of mtext only, without the type",
              .initial = "5"},
    Parameter{.name = "msgflg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = sendFlags,
              .hint = "0 sleeps while the queue is full",
              .initial = "0"},
};

inline constexpr std::array msgsndErrors{
    ErrorEntry{EACCES, "the mode bits do not let this process write"},
    ErrorEntry{EAGAIN, "the message does not fit now, and IPC_NOWAIT was given"},
    ErrorEntry{EFAULT, "msgp is not an address of this process"},
    ErrorEntry{EIDRM, "the queue was removed while the sender slept"},
    ErrorEntry{EINTR, "a signal handler ran while the sender slept; never restarted"},
    ErrorEntry{EINVAL, "no queue has this id, the type is below 1, or msgsz is over msgmax"},
    ErrorEntry{ENOMEM, "the kernel has no memory for the copy"},
};

inline constexpr std::array msgrcvParameters{
    queueParameter,
    Parameter{.name = "msgp",
              .ctype = "void *",
              .kind = ParameterKind::MessageOut,
              .constants = {},
              .hint = "the buffer that the message is copied into",
              .initial = "&rbuf"},
    Parameter{.name = "msgsz",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "the longest text that the buffer takes",
              .initial = "64"},
    Parameter{.name = "msgtyp",
              .ctype = "long",
              .kind = ParameterKind::MessageType,
              .constants = {},
              .hint = "0: the first; n: the first of type n; -n: the lowest type up to n",
              .initial = "0"},
    Parameter{.name = "msgflg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = receiveFlags,
              .hint = "0 sleeps until a matching message comes",
              .initial = "0"},
};

inline constexpr std::array msgrcvErrors{
    ErrorEntry{E2BIG, "the text is longer than msgsz, without MSG_NOERROR; it stays queued"},
    ErrorEntry{EACCES, "the mode bits do not let this process read, or no longer do"},
    ErrorEntry{EFAULT, "msgp is not an address of this process; the message is lost"},
    ErrorEntry{EIDRM, "the queue was removed while the receiver slept"},
    ErrorEntry{EINTR, "a signal handler ran while the receiver slept; never restarted"},
    ErrorEntry{EINVAL, "no queue has this id, msgsz is negative, or MSG_COPY lacks IPC_NOWAIT"},
    ErrorEntry{ENOMSG, "no message matches, and IPC_NOWAIT was given"},
    ErrorEntry{ENOSYS, "MSG_COPY, and the kernel was built without it"},
};

inline constexpr std::array msgctlParameters{
    queueParameter,
    Parameter{.name = "cmd",
              .ctype = "int",
              .kind = ParameterKind::Command,
              .constants = controlCommands,
              .hint = "IPC_SET and IPC_RMID are for the owner and the creator",
              .initial = "IPC_STAT"},
    Parameter{.name = "buf",
              .ctype = "struct msqid_ds *",
              .kind = ParameterKind::QueueStruct,
              .constants = {},
              .hint = "NULL for IPC_RMID",
              .initial = "&ds"},
};

inline constexpr std::array msgctlErrors{
    ErrorEntry{EACCES, "IPC_STAT, and the mode bits do not let this process read"},
    ErrorEntry{EFAULT, "buf is not an address of this process"},
    ErrorEntry{EIDRM, "the queue was removed during the call"},
    ErrorEntry{EINVAL, "no queue has this id, or cmd is not a command"},
    ErrorEntry{EPERM,
               "IPC_SET or IPC_RMID by neither owner nor creator, or msg_qbytes above msgmnb"},
};

inline constexpr std::array messageQueueCalls{
    CatalogueEntry{.id = CallId::Msgget,
                   .name = "msgget",
                   .header = "sys/msg.h",
                   .section = "msgget(2)",
                   .mechanism = "message queue",
                   .summary = "Finds the queue of a key, or creates it.",
                   .ctype = "int",
                   .result = ResultKind::QueueId,
                   .target = "q",
                   .number = SYS_msgget,
                   .parameters = msggetParameters,
                   .errors = msggetErrors},
    CatalogueEntry{.id = CallId::Msgsnd,
                   .name = "msgsnd",
                   .header = "sys/msg.h",
                   .section = "msgop(2)",
                   .mechanism = "message queue",
                   .summary = "Copies a message into the queue, at its tail.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_msgsnd,
                   .parameters = msgsndParameters,
                   .errors = msgsndErrors},
    CatalogueEntry{.id = CallId::Msgrcv,
                   .name = "msgrcv",
                   .header = "sys/msg.h",
                   .section = "msgop(2)",
                   .mechanism = "message queue",
                   .summary = "Takes a message out of the queue and copies it to the process.",
                   .ctype = "ssize_t",
                   .result = ResultKind::ByteCount,
                   .target = "",
                   .number = SYS_msgrcv,
                   .parameters = msgrcvParameters,
                   .errors = msgrcvErrors},
    CatalogueEntry{.id = CallId::Msgctl,
                   .name = "msgctl",
                   .header = "sys/msg.h",
                   .section = "msgctl(2)",
                   .mechanism = "message queue",
                   .summary = "Reads, changes or removes the queue itself.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_msgctl,
                   .parameters = msgctlParameters,
                   .errors = msgctlErrors},
};

} // namespace ipclab::table
