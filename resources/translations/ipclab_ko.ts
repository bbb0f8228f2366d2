<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>A laboratory for inter-process communication: real processes, real system calls, and a window that shows what the kernel did.</source>
        <translation>프로세스 간 통신 실습실: 실제 프로세스, 실제 시스템 호출, 그리고 커널이 한 일을 보여 주는 창.</translation>
    </message>
    <message>
        <source>Draw one picture into FILE and end.</source>
        <translation>그림 한 장을 FILE에 그리고 끝냅니다.</translation>
    </message>
    <message>
        <source>Size of the window, as 1440x900.</source>
        <translation>창의 크기(예: 1440x900).</translation>
    </message>
    <message>
        <source>light, dark, contrast or desktop.</source>
        <translation>light, dark, contrast, desktop 중 하나.</translation>
    </message>
    <message>
        <source>en or ko.</source>
        <translation>en 또는 ko.</translation>
    </message>
    <message>
        <source>Use an IPC namespace of its own: ipcs does not see the lab.</source>
        <translation>전용 IPC 네임스페이스를 씁니다. ipcs에는 실습실이 보이지 않습니다.</translation>
    </message>
    <message>
        <source>A lesson&apos;s name, or a lesson, script or recording to open. With --screenshot, LESSON:STEP shows it after that step.</source>
        <translation>수업의 이름, 또는 열 수업·스크립트·기록 파일. --screenshot과 함께 LESSON:STEP을 쓰면 그 단계 뒤의 모습을 보입니다.</translation>
    </message>
    <message>
        <source>Size of everything, in percent: 50 to 300.</source>
        <translation>모든 것의 크기(퍼센트): 50에서 300까지.</translation>
    </message>
</context>
<context>
    <name>OpeningScene</name>
    <message>
        <source>sender</source>
        <translation>송신자</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>수신자</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>쓰는 쪽</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>읽는 쪽</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>세는 쪽</translation>
    </message>
    <message>
        <source>one program</source>
        <translation>한 프로그램</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>다른 프로그램</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Calls and processes</source>
        <translation>호출과 프로세스</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Hold before each call</source>
        <translation>호출 직전에 멈추기</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Make the call</source>
        <translation>호출하기</translation>
    </message>
    <message>
        <source>Go to the call form</source>
        <translation>호출 양식으로</translation>
    </message>
    <message>
        <source>Type a call</source>
        <translation>호출 입력</translation>
    </message>
    <message>
        <source>Go to the stage</source>
        <translation>무대로</translation>
    </message>
    <message>
        <source>Next process</source>
        <translation>다음 프로세스</translation>
    </message>
    <message>
        <source>Previous process</source>
        <translation>이전 프로세스</translation>
    </message>
    <message>
        <source>Add a process</source>
        <translation>프로세스 추가</translation>
    </message>
    <message>
        <source>Open a lesson or script…</source>
        <translation>수업이나 스크립트 열기…</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Save the session as a script…</source>
        <translation>실습을 스크립트로 저장…</translation>
    </message>
    <message>
        <source>Save as C programs…</source>
        <translation>C 프로그램으로 저장…</translation>
    </message>
    <message>
        <source>Save a picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save the recording…</source>
        <translation>기록 저장…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>C source</source>
        <translation>C 소스</translation>
    </message>
    <message>
        <source>Kernel tables (ipcs)</source>
        <translation>커널 테이블(ipcs)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Lecture mode</source>
        <translation>강의 모드</translation>
    </message>
    <message>
        <source>Leave lecture mode</source>
        <translation>강의 모드 끝내기</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>기본 크기</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>다음 테마</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>다음 언어</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>always a new queue, found by its id only</source>
        <translation>항상 새 큐를 만듦. 식별자로만 찾음</translation>
    </message>
    <message>
        <source>create the queue if the key has none</source>
        <translation>키에 큐가 없으면 만듦</translation>
    </message>
    <message>
        <source>with IPC_CREAT: fail if the key already has one</source>
        <translation>IPC_CREAT와 함께: 키에 큐가 이미 있으면 실패</translation>
    </message>
    <message>
        <source>fail with EAGAIN instead of sleeping</source>
        <translation>비블록: 잠들지 않고 EAGAIN으로 실패</translation>
    </message>
    <message>
        <source>fail with ENOMSG instead of sleeping</source>
        <translation>비블록: 잠들지 않고 ENOMSG로 실패</translation>
    </message>
    <message>
        <source>cut a longer text to msgsz; the rest is lost</source>
        <translation>msgsz보다 긴 본문을 자름. 나머지는 사라짐</translation>
    </message>
    <message>
        <source>with msgtyp &gt; 0: the first of any other type</source>
        <translation>msgtyp &gt; 0과 함께: 다른 타입의 첫 메시지</translation>
    </message>
    <message>
        <source>copy the message at index msgtyp; it stays in the queue</source>
        <translation>msgtyp번째 메시지를 복사. 큐에는 그대로 남음</translation>
    </message>
    <message>
        <source>read the queue&apos;s msqid_ds</source>
        <translation>큐의 msqid_ds를 읽음</translation>
    </message>
    <message>
        <source>change owner, mode and msg_qbytes</source>
        <translation>소유자, 권한, msg_qbytes를 바꿈</translation>
    </message>
    <message>
        <source>remove the queue at once, with its messages</source>
        <translation>큐를 메시지와 함께 곧바로 제거</translation>
    </message>
    <message>
        <source>for the program&apos;s own use</source>
        <translation>프로그램이 자유롭게 쓰는 시그널</translation>
    </message>
    <message>
        <source>Ctrl+C at the terminal</source>
        <translation>터미널의 Ctrl+C</translation>
    </message>
    <message>
        <source>please end</source>
        <translation>종료 요청</translation>
    </message>
    <message>
        <source>end at once; cannot be caught</source>
        <translation>즉시 종료. 잡을 수 없음</translation>
    </message>
    <message>
        <source>stop; cannot be caught</source>
        <translation>정지. 잡을 수 없음</translation>
    </message>
    <message>
        <source>go on after a stop</source>
        <translation>정지 후 계속</translation>
    </message>
    <message>
        <source>the terminal is gone</source>
        <translation>터미널이 사라짐</translation>
    </message>
    <message>
        <source>end with a core dump</source>
        <translation>코어 덤프와 함께 종료</translation>
    </message>
    <message>
        <source>a timer ran out</source>
        <translation>타이머 만료</translation>
    </message>
    <message>
        <source>a child ended or stopped</source>
        <translation>자식이 끝나거나 정지됨</translation>
    </message>
    <message>
        <source>a write to a pipe that nobody reads</source>
        <translation>읽는 쪽이 없는 파이프에 씀</translation>
    </message>
    <message>
        <source>an access to memory that is not there</source>
        <translation>없는 메모리에 접근</translation>
    </message>
    <message>
        <source>Ctrl+Z at the terminal</source>
        <translation>터미널의 Ctrl+Z</translation>
    </message>
    <message>
        <source>run a handler function</source>
        <translation>핸들러 함수를 실행</translation>
    </message>
    <message>
        <source>ignore the signal</source>
        <translation>시그널을 무시</translation>
    </message>
    <message>
        <source>what the system does by default</source>
        <translation>시스템의 기본 동작</translation>
    </message>
    <message>
        <source>restart interrupted calls; msgsnd and msgrcv never are</source>
        <translation>중단된 호출을 다시 시작. msgsnd와 msgrcv는 예외</translation>
    </message>
    <message>
        <source>back to the default after one signal</source>
        <translation>시그널을 한 번 받으면 기본 동작으로</translation>
    </message>
    <message>
        <source>do not block the signal inside its handler</source>
        <translation>핸들러 안에서 그 시그널을 막지 않음</translation>
    </message>
    <message>
        <source>the largest int</source>
        <translation>가장 큰 int</translation>
    </message>
    <message>
        <source>the smallest int</source>
        <translation>가장 작은 int</translation>
    </message>
    <message>
        <source>the largest long</source>
        <translation>가장 큰 long</translation>
    </message>
    <message>
        <source>the smallest long</source>
        <translation>가장 작은 long</translation>
    </message>
    <message>
        <source>the owner may read</source>
        <translation>소유자 읽기</translation>
    </message>
    <message>
        <source>the owner may write</source>
        <translation>소유자 쓰기</translation>
    </message>
    <message>
        <source>the owner&apos;s execute bit</source>
        <translation>소유자 실행 비트</translation>
    </message>
    <message>
        <source>the group may read</source>
        <translation>그룹 읽기</translation>
    </message>
    <message>
        <source>the group may write</source>
        <translation>그룹 쓰기</translation>
    </message>
    <message>
        <source>the group&apos;s execute bit</source>
        <translation>그룹 실행 비트</translation>
    </message>
    <message>
        <source>others may read</source>
        <translation>기타 읽기</translation>
    </message>
    <message>
        <source>others may write</source>
        <translation>기타 쓰기</translation>
    </message>
    <message>
        <source>the others&apos; execute bit</source>
        <translation>기타 실행 비트</translation>
    </message>
    <message>
        <source>the identifier that msgget returned, not the key</source>
        <translation>키가 아니라 msgget이 돌려준 식별자</translation>
    </message>
    <message>
        <source>the same key finds the same queue</source>
        <translation>같은 키는 같은 큐를 찾음</translation>
    </message>
    <message>
        <source>without mode bits a new queue shuts out everyone, its creator too</source>
        <translation>권한 비트가 없으면 새 큐는 만든 이까지 모두 막음</translation>
    </message>
    <message>
        <source>the type must be at least 1</source>
        <translation>타입은 1 이상</translation>
    </message>
    <message>
        <source>bytes of mtext only, without the type</source>
        <translation>타입을 뺀 mtext만의 바이트 수</translation>
    </message>
    <message>
        <source>0 sleeps while the queue is full</source>
        <translation>0: 큐가 가득 차 있는 동안 잠듦(블록)</translation>
    </message>
    <message>
        <source>the buffer that the message is copied into</source>
        <translation>메시지를 복사해 넣을 버퍼</translation>
    </message>
    <message>
        <source>the longest text that the buffer takes</source>
        <translation>버퍼가 받을 수 있는 본문의 최대 길이</translation>
    </message>
    <message>
        <source>0: the first; n: the first of type n; -n: the lowest type up to n</source>
        <translation>0: 첫 메시지, n: 타입 n인 첫 메시지, -n: n 이하의 가장 작은 타입</translation>
    </message>
    <message>
        <source>0 sleeps until a matching message comes</source>
        <translation>0: 맞는 메시지가 올 때까지 잠듦(블록)</translation>
    </message>
    <message>
        <source>IPC_SET and IPC_RMID are for the owner and the creator</source>
        <translation>IPC_SET과 IPC_RMID는 소유자와 만든 이만</translation>
    </message>
    <message>
        <source>NULL for IPC_RMID</source>
        <translation>IPC_RMID에는 NULL</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>Finds the queue of a key, or creates it.</source>
        <translation>키의 큐를 찾거나 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Copies a message into the queue, at its tail.</source>
        <translation>메시지를 큐의 맨 뒤에 복사해 넣습니다.</translation>
    </message>
    <message>
        <source>Takes a message out of the queue and copies it to the process.</source>
        <translation>큐에서 메시지를 꺼내 프로세스로 복사합니다.</translation>
    </message>
    <message>
        <source>Reads, changes or removes the queue itself.</source>
        <translation>큐 자체를 읽거나 바꾸거나 제거합니다.</translation>
    </message>
    <message>
        <source>a process of this lab; the lab signals no other</source>
        <translation>이 실습실의 프로세스. 다른 프로세스에는 보내지 않음</translation>
    </message>
    <message>
        <source>0 only checks that the process is there</source>
        <translation>0: 프로세스가 있는지만 확인</translation>
    </message>
    <message>
        <source>not SIGKILL and not SIGSTOP</source>
        <translation>SIGKILL과 SIGSTOP은 안 됨</translation>
    </message>
    <message>
        <source>a handler makes a sleeping msgrcv return EINTR</source>
        <translation>핸들러가 있으면 잠든 msgrcv가 EINTR로 돌아옴</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>Sends a signal to a process.</source>
        <translation>프로세스에 시그널을 보냅니다.</translation>
    </message>
    <message>
        <source>Says what this process does when a signal comes.</source>
        <translation>시그널이 왔을 때 이 프로세스가 할 일을 정합니다.</translation>
    </message>
    <message>
        <source>the queue exists and denies a permission bit that was asked for</source>
        <translation>큐가 있지만 요청한 권한 비트를 허용하지 않음</translation>
    </message>
    <message>
        <source>IPC_CREAT|IPC_EXCL, and the key already has a queue</source>
        <translation>IPC_CREAT|IPC_EXCL인데 키에 큐가 이미 있음</translation>
    </message>
    <message>
        <source>the key has no queue, and IPC_CREAT was not given</source>
        <translation>키에 큐가 없고 IPC_CREAT도 없음</translation>
    </message>
    <message>
        <source>the kernel has no memory for the queue</source>
        <translation>큐를 만들 커널 메모리가 없음</translation>
    </message>
    <message>
        <source>the limit of queues (msgmni) is reached</source>
        <translation>큐 개수의 한도(msgmni)에 이름</translation>
    </message>
    <message>
        <source>the mode bits do not let this process write</source>
        <translation>권한 비트가 이 프로세스의 쓰기를 막음</translation>
    </message>
    <message>
        <source>the message does not fit now, and IPC_NOWAIT was given</source>
        <translation>지금은 메시지가 들어갈 자리가 없고 IPC_NOWAIT임</translation>
    </message>
    <message>
        <source>msgp is not an address of this process</source>
        <translation>msgp가 이 프로세스의 주소가 아님</translation>
    </message>
    <message>
        <source>the queue was removed while the sender slept</source>
        <translation>송신자가 잠든 동안 큐가 제거됨</translation>
    </message>
    <message>
        <source>a signal handler ran while the sender slept; never restarted</source>
        <translation>송신자가 잠든 동안 시그널 핸들러가 실행됨. 다시 시작되지 않음</translation>
    </message>
    <message>
        <source>no queue has this id, the type is below 1, or msgsz is over msgmax</source>
        <translation>이 식별자의 큐가 없거나, 타입이 1보다 작거나, msgsz가 msgmax보다 큼</translation>
    </message>
    <message>
        <source>the kernel has no memory for the copy</source>
        <translation>복사할 커널 메모리가 없음</translation>
    </message>
    <message>
        <source>the text is longer than msgsz, without MSG_NOERROR; it stays queued</source>
        <translation>본문이 msgsz보다 길고 MSG_NOERROR가 없음. 메시지는 큐에 남음</translation>
    </message>
    <message>
        <source>the mode bits do not let this process read, or no longer do</source>
        <translation>권한 비트가 이 프로세스의 읽기를 막거나 이제 막음</translation>
    </message>
    <message>
        <source>msgp is not an address of this process; the message is lost</source>
        <translation>msgp가 이 프로세스의 주소가 아님. 메시지는 사라짐</translation>
    </message>
    <message>
        <source>the queue was removed while the receiver slept</source>
        <translation>수신자가 잠든 동안 큐가 제거됨</translation>
    </message>
    <message>
        <source>a signal handler ran while the receiver slept; never restarted</source>
        <translation>수신자가 잠든 동안 시그널 핸들러가 실행됨. 다시 시작되지 않음</translation>
    </message>
    <message>
        <source>no queue has this id, msgsz is negative, or MSG_COPY lacks IPC_NOWAIT</source>
        <translation>이 식별자의 큐가 없거나, msgsz가 음수이거나, MSG_COPY에 IPC_NOWAIT가 없음</translation>
    </message>
    <message>
        <source>no message matches, and IPC_NOWAIT was given</source>
        <translation>맞는 메시지가 없고 IPC_NOWAIT임</translation>
    </message>
    <message>
        <source>MSG_COPY, and the kernel was built without it</source>
        <translation>MSG_COPY인데 커널이 그 기능 없이 빌드됨</translation>
    </message>
    <message>
        <source>IPC_STAT, and the mode bits do not let this process read</source>
        <translation>IPC_STAT인데 권한 비트가 이 프로세스의 읽기를 막음</translation>
    </message>
    <message>
        <source>buf is not an address of this process</source>
        <translation>buf가 이 프로세스의 주소가 아님</translation>
    </message>
    <message>
        <source>the queue was removed during the call</source>
        <translation>호출하는 동안 큐가 제거됨</translation>
    </message>
    <message>
        <source>no queue has this id, or cmd is not a command</source>
        <translation>이 식별자의 큐가 없거나 cmd가 명령이 아님</translation>
    </message>
    <message>
        <source>IPC_SET or IPC_RMID by neither owner nor creator, or msg_qbytes above msgmnb</source>
        <translation>소유자도 만든 이도 아닌 IPC_SET·IPC_RMID이거나, msg_qbytes가 msgmnb보다 큼</translation>
    </message>
    <message>
        <source>no such signal number</source>
        <translation>그런 시그널 번호가 없음</translation>
    </message>
    <message>
        <source>the process belongs to another user</source>
        <translation>프로세스가 다른 사용자의 것임</translation>
    </message>
    <message>
        <source>no such signal, or SIGKILL or SIGSTOP</source>
        <translation>그런 시그널이 없거나, SIGKILL 또는 SIGSTOP임</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Creates a pipe and opens both its ends.</source>
        <translation>파이프를 만들고 양 끝을 엽니다.</translation>
    </message>
    <message>
        <source>the array that both descriptors are stored in: [0] reads, [1] writes</source>
        <translation>두 디스크립터가 저장되는 배열: [0]은 읽기, [1]은 쓰기</translation>
    </message>
    <message>
        <source>pipefd is not an address of this process</source>
        <translation>pipefd가 이 프로세스의 주소가 아닙니다</translation>
    </message>
    <message>
        <source>this process has no descriptor free (RLIMIT_NOFILE)</source>
        <translation>이 프로세스에 남은 디스크립터가 없습니다(RLIMIT_NOFILE)</translation>
    </message>
    <message>
        <source>the system has no open file free, or the pipes of this user too many pages</source>
        <translation>시스템에 더 열 수 있는 파일이 없거나, 이 사용자의 파이프가 쓰는 페이지가 너무 많습니다</translation>
    </message>
    <message>
        <source>Creates a pipe and opens both its ends, with flags.</source>
        <translation>플래그를 주어 파이프를 만들고 양 끝을 엽니다.</translation>
    </message>
    <message>
        <source>0 is the same as pipe</source>
        <translation>0이면 pipe와 같습니다</translation>
    </message>
    <message>
        <source>close the descriptor when another program is started</source>
        <translation>다른 프로그램이 시작될 때 디스크립터를 닫습니다</translation>
    </message>
    <message>
        <source>packets: one read takes what one write wrote</source>
        <translation>패킷: 읽기 한 번이 쓰기 한 번의 내용을 가져갑니다</translation>
    </message>
    <message>
        <source>flags holds a bit that pipe2 does not know</source>
        <translation>flags에 pipe2가 모르는 비트가 있습니다</translation>
    </message>
    <message>
        <source>O_NOTIFICATION_PIPE, and the kernel was built without it</source>
        <translation>O_NOTIFICATION_PIPE를 주었지만 커널이 그 기능 없이 빌드되었습니다</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO(이름 있는 파이프)</translation>
    </message>
    <message>
        <source>Creates a FIFO: a pipe with a name.</source>
        <translation>FIFO, 곧 이름이 있는 파이프를 만듭니다.</translation>
    </message>
    <message>
        <source>a name in the lab&apos;s scratch folder</source>
        <translation>실습실 작업 폴더 안의 이름</translation>
    </message>
    <message>
        <source>the umask takes bits away</source>
        <translation>umask가 비트를 뺍니다</translation>
    </message>
    <message>
        <source>there is something with this name</source>
        <translation>같은 이름이 이미 있습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>a folder of the path is not there</source>
        <translation>경로에 있는 폴더가 없습니다</translation>
    </message>
    <message>
        <source>the file system is full</source>
        <translation>파일 시스템이 가득 찼습니다</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>경로의 한 부분이 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>Opens a file or one end of a FIFO.</source>
        <translation>파일이나 FIFO의 한쪽 끝을 엽니다.</translation>
    </message>
    <message>
        <source>opening one end of a FIFO sleeps until somebody opens the other</source>
        <translation>FIFO의 한쪽 끝을 열면 누군가 다른 끝을 열 때까지 잠듭니다</translation>
    </message>
    <message>
        <source>read only; opening a FIFO waits for a writer</source>
        <translation>읽기 전용. FIFO를 열 때는 쓰는 쪽을 기다립니다</translation>
    </message>
    <message>
        <source>write only; opening a FIFO waits for a reader</source>
        <translation>쓰기 전용. FIFO를 열 때는 읽는 쪽을 기다립니다</translation>
    </message>
    <message>
        <source>read and write; opening a FIFO does not wait</source>
        <translation>읽기와 쓰기. FIFO를 열 때 기다리지 않습니다</translation>
    </message>
    <message>
        <source>do not wait: neither in open nor in read and write</source>
        <translation>기다리지 않습니다. open에서도, read와 write에서도</translation>
    </message>
    <message>
        <source>create the file if there is none</source>
        <translation>파일이 없으면 만듭니다</translation>
    </message>
    <message>
        <source>with O_CREAT: fail if there is one</source>
        <translation>O_CREAT와 함께: 이미 있으면 실패합니다</translation>
    </message>
    <message>
        <source>empty the file</source>
        <translation>파일을 비웁니다</translation>
    </message>
    <message>
        <source>write at the end of the file</source>
        <translation>파일 끝에 씁니다</translation>
    </message>
    <message>
        <source>of a new file, with O_CREAT</source>
        <translation>O_CREAT로 새로 만드는 파일의 모드</translation>
    </message>
    <message>
        <source>the mode bits do not let this process open it so</source>
        <translation>모드 비트가 이 프로세스에게 그렇게 여는 것을 허용하지 않습니다</translation>
    </message>
    <message>
        <source>O_CREAT|O_EXCL, and there is something with this name</source>
        <translation>O_CREAT|O_EXCL인데 같은 이름이 이미 있습니다</translation>
    </message>
    <message>
        <source>a signal handler ran while open slept</source>
        <translation>open이 잠든 동안 시그널 핸들러가 실행되었습니다</translation>
    </message>
    <message>
        <source>flags that do not go together, or that the file system does not know</source>
        <translation>함께 쓸 수 없거나 파일 시스템이 모르는 플래그입니다</translation>
    </message>
    <message>
        <source>a folder cannot be written</source>
        <translation>폴더에는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>too many symbolic links</source>
        <translation>심볼릭 링크가 너무 많습니다</translation>
    </message>
    <message>
        <source>the system has no open file free</source>
        <translation>시스템에 더 열 수 있는 파일이 없습니다</translation>
    </message>
    <message>
        <source>there is nothing with this name, and O_CREAT was not given</source>
        <translation>이런 이름이 없고 O_CREAT도 주지 않았습니다</translation>
    </message>
    <message>
        <source>O_WRONLY|O_NONBLOCK on a FIFO that nobody reads</source>
        <translation>아무도 읽지 않는 FIFO에 O_WRONLY|O_NONBLOCK을 주었습니다</translation>
    </message>
    <message>
        <source>Takes bytes out of a pipe or file and copies them to the process.</source>
        <translation>파이프나 파일에서 바이트를 꺼내 프로세스로 복사합니다.</translation>
    </message>
    <message>
        <source>fd[0] is the read end of a pipe, fd[1] the write end</source>
        <translation>fd[0]은 파이프의 읽기 끝, fd[1]은 쓰기 끝입니다</translation>
    </message>
    <message>
        <source>the buffer that the bytes are copied into</source>
        <translation>바이트가 복사되어 들어갈 버퍼</translation>
    </message>
    <message>
        <source>at most so many bytes; what is there is returned at once</source>
        <translation>많아야 이만큼의 바이트. 지금 있는 것은 바로 돌려줍니다</translation>
    </message>
    <message>
        <source>the pipe is empty, a writer has it open, and O_NONBLOCK is set</source>
        <translation>파이프가 비어 있고 쓰는 쪽이 열려 있으며 O_NONBLOCK이 켜져 있습니다</translation>
    </message>
    <message>
        <source>fd is not open, or not for reading</source>
        <translation>fd가 열려 있지 않거나 읽기용이 아닙니다</translation>
    </message>
    <message>
        <source>a signal handler without SA_RESTART ran while the reader slept</source>
        <translation>읽는 쪽이 잠든 동안 SA_RESTART 없는 시그널 핸들러가 실행되었습니다</translation>
    </message>
    <message>
        <source>fd leads to a directory</source>
        <translation>fd가 폴더를 가리킵니다</translation>
    </message>
    <message>
        <source>Copies bytes into a pipe or file.</source>
        <translation>바이트를 파이프나 파일로 복사합니다.</translation>
    </message>
    <message>
        <source>a text, or a variable that holds one</source>
        <translation>텍스트, 또는 텍스트가 든 변수</translation>
    </message>
    <message>
        <source>up to 4096 bytes (PIPE_BUF) are never mixed with those of others</source>
        <translation>4096바이트(PIPE_BUF)까지는 다른 프로세스의 바이트와 절대 섞이지 않습니다</translation>
    </message>
    <message>
        <source>the pipe has no room for it, and O_NONBLOCK is set</source>
        <translation>파이프에 자리가 없고 O_NONBLOCK이 켜져 있습니다</translation>
    </message>
    <message>
        <source>fd is not open, or not for writing</source>
        <translation>fd가 열려 있지 않거나 쓰기용이 아닙니다</translation>
    </message>
    <message>
        <source>a signal handler without SA_RESTART ran before a byte was written</source>
        <translation>한 바이트도 쓰기 전에 SA_RESTART 없는 시그널 핸들러가 실행되었습니다</translation>
    </message>
    <message>
        <source>nobody has the read end open; SIGPIPE comes first, and kills unless it is ignored</source>
        <translation>읽기 끝을 연 프로세스가 없습니다. 먼저 SIGPIPE가 오고, 무시하지 않으면 프로세스가 죽습니다</translation>
    </message>
    <message>
        <source>Gives a descriptor back; the last one of a pipe&apos;s end closes that end.</source>
        <translation>디스크립터를 돌려줍니다. 파이프 한쪽 끝의 마지막 디스크립터이면 그 끝이 닫힙니다.</translation>
    </message>
    <message>
        <source>a reader gets end-of-file only when every write end is closed</source>
        <translation>쓰기 끝이 모두 닫혀야 읽는 쪽이 파일 끝(EOF)을 받습니다</translation>
    </message>
    <message>
        <source>fd is not open</source>
        <translation>fd가 열려 있지 않습니다</translation>
    </message>
    <message>
        <source>Makes a second descriptor for the same open file.</source>
        <translation>같은 열린 파일을 가리키는 디스크립터를 하나 더 만듭니다.</translation>
    </message>
    <message>
        <source>the copy has the lowest free number</source>
        <translation>복사본은 비어 있는 가장 작은 번호를 갖습니다</translation>
    </message>
    <message>
        <source>oldfd is not open</source>
        <translation>oldfd가 열려 있지 않습니다</translation>
    </message>
    <message>
        <source>Makes newfd lead where oldfd leads; what newfd was is closed.</source>
        <translation>newfd가 oldfd와 같은 곳을 가리키게 합니다. newfd가 원래 가리키던 것은 닫힙니다.</translation>
    </message>
    <message>
        <source>the descriptor to copy</source>
        <translation>복사할 디스크립터</translation>
    </message>
    <message>
        <source>its number from now on: 0 standard input, 1 standard output</source>
        <translation>이제부터의 번호: 0은 표준 입력, 1은 표준 출력</translation>
    </message>
    <message>
        <source>oldfd is not open, or newfd is negative or above the limit</source>
        <translation>oldfd가 열려 있지 않거나, newfd가 음수이거나 한도를 넘습니다</translation>
    </message>
    <message>
        <source>Reads or changes what belongs to a descriptor, its open file, or its pipe.</source>
        <translation>디스크립터나 그 열린 파일, 파이프의 속성을 읽거나 바꿉니다.</translation>
    </message>
    <message>
        <source>the open file is shared with a forked child, and so is O_NONBLOCK</source>
        <translation>열린 파일은 fork한 자식과 공유되므로 O_NONBLOCK도 공유됩니다</translation>
    </message>
    <message>
        <source>read the flags of the open file</source>
        <translation>열린 파일의 플래그를 읽습니다</translation>
    </message>
    <message>
        <source>set O_NONBLOCK, O_APPEND and O_DIRECT of the open file</source>
        <translation>열린 파일의 O_NONBLOCK, O_APPEND, O_DIRECT를 정합니다</translation>
    </message>
    <message>
        <source>read FD_CLOEXEC of the descriptor</source>
        <translation>디스크립터의 FD_CLOEXEC를 읽습니다</translation>
    </message>
    <message>
        <source>set FD_CLOEXEC of the descriptor</source>
        <translation>디스크립터의 FD_CLOEXEC를 정합니다</translation>
    </message>
    <message>
        <source>read the capacity of the pipe in bytes</source>
        <translation>파이프의 용량을 바이트로 읽습니다</translation>
    </message>
    <message>
        <source>change the capacity; rounded up to a power of two of pages</source>
        <translation>용량을 바꿉니다. 페이지 수가 2의 거듭제곱이 되도록 올림합니다</translation>
    </message>
    <message>
        <source>copy the descriptor to the lowest free number from arg on</source>
        <translation>arg 이상에서 비어 있는 가장 작은 번호로 디스크립터를 복사합니다</translation>
    </message>
    <message>
        <source>flags or bytes; nothing for F_GETFL, F_GETFD, F_GETPIPE_SZ</source>
        <translation>플래그 또는 바이트 수. F_GETFL, F_GETFD, F_GETPIPE_SZ에는 필요 없습니다</translation>
    </message>
    <message>
        <source>fd is not open, or is no pipe</source>
        <translation>fd가 열려 있지 않거나 파이프가 아닙니다</translation>
    </message>
    <message>
        <source>F_SETPIPE_SZ, and more pages are in use than it would leave</source>
        <translation>F_SETPIPE_SZ인데 남을 페이지보다 많은 페이지가 쓰이고 있습니다</translation>
    </message>
    <message>
        <source>cmd is not a command, or arg is out of its range</source>
        <translation>cmd가 명령이 아니거나 arg가 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>the kernel has no memory for the pages</source>
        <translation>커널에 페이지를 위한 메모리가 없습니다</translation>
    </message>
    <message>
        <source>F_SETPIPE_SZ above pipe-max-size</source>
        <translation>F_SETPIPE_SZ가 pipe-max-size를 넘습니다</translation>
    </message>
    <message>
        <source>Moves the position in a file; a pipe has none.</source>
        <translation>파일 안의 위치를 옮깁니다. 파이프에는 위치가 없습니다.</translation>
    </message>
    <message>
        <source>bytes, negative ones too</source>
        <translation>바이트 수. 음수도 됩니다</translation>
    </message>
    <message>
        <source>where offset is counted from</source>
        <translation>offset을 세기 시작하는 곳</translation>
    </message>
    <message>
        <source>counted from the beginning</source>
        <translation>처음부터 셉니다</translation>
    </message>
    <message>
        <source>counted from where it is</source>
        <translation>지금 위치부터 셉니다</translation>
    </message>
    <message>
        <source>counted from the end</source>
        <translation>끝부터 셉니다</translation>
    </message>
    <message>
        <source>the position would be negative, or whence is none of the three</source>
        <translation>위치가 음수가 되거나 whence가 셋 중 하나가 아닙니다</translation>
    </message>
    <message>
        <source>fd leads to a pipe, FIFO or terminal</source>
        <translation>fd가 파이프, FIFO 또는 터미널을 가리킵니다</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Makes a copy of this process; it returns twice: the child&apos;s pid here, 0 there.</source>
        <translation>이 프로세스의 복사본을 만듭니다. 두 번 돌아옵니다. 여기서는 자식의 pid, 자식에서는 0입니다.</translation>
    </message>
    <message>
        <source>Sleeps until a child ends, and takes it away.</source>
        <translation>자식이 끝날 때까지 잠들었다가 거두어들입니다.</translation>
    </message>
    <message>
        <source>NULL, or a variable for how the child ended</source>
        <translation>NULL, 또는 자식이 어떻게 끝났는지 담을 변수</translation>
    </message>
    <message>
        <source>this process has no child</source>
        <translation>이 프로세스에는 자식이 없습니다</translation>
    </message>
    <message>
        <source>wstatus is not an address of this process</source>
        <translation>wstatus가 이 프로세스의 주소가 아닙니다</translation>
    </message>
    <message>
        <source>a signal handler without SA_RESTART ran while it slept</source>
        <translation>잠든 동안 SA_RESTART 없는 시그널 핸들러가 실행되었습니다</translation>
    </message>
    <message>
        <source>Ends this process; the kernel closes and detaches all it had.</source>
        <translation>이 프로세스를 끝냅니다. 가지고 있던 것은 커널이 모두 닫고 분리합니다.</translation>
    </message>
    <message>
        <source>0 is success; only the lowest eight bits count</source>
        <translation>0은 성공입니다. 아래 8비트만 쓰입니다</translation>
    </message>
    <message>
        <source>Sets a limit of this process.</source>
        <translation>이 프로세스의 한도를 정합니다.</translation>
    </message>
    <message>
        <source>which limit</source>
        <translation>어느 한도인지</translation>
    </message>
    <message>
        <source>one more than the highest descriptor</source>
        <translation>가장 큰 디스크립터 번호보다 하나 큰 수</translation>
    </message>
    <message>
        <source>bytes of address space</source>
        <translation>주소 공간의 바이트 수</translation>
    </message>
    <message>
        <source>bytes that may be locked into memory</source>
        <translation>메모리에 잠가 둘 수 있는 바이트 수</translation>
    </message>
    <message>
        <source>{soft, hard}: the soft one counts, the hard one is how far it can be raised</source>
        <translation>{soft, hard}: 실제로 쓰이는 것은 soft이고, hard는 올릴 수 있는 끝입니다</translation>
    </message>
    <message>
        <source>no such limit, or the soft one is above the hard one</source>
        <translation>그런 한도가 없거나 soft가 hard보다 큽니다</translation>
    </message>
    <message>
        <source>the hard limit can only be lowered</source>
        <translation>hard 한도는 낮출 수만 있습니다</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Removes a name; what is open stays until it is closed.</source>
        <translation>이름을 지웁니다. 열려 있는 것은 닫힐 때까지 남습니다.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>there is nothing with this name</source>
        <translation>이런 이름이 없습니다</translation>
    </message>
    <message>
        <source>Gives a file a second name: the same inode.</source>
        <translation>파일에 두 번째 이름을 줍니다. inode는 같습니다.</translation>
    </message>
    <message>
        <source>what is there</source>
        <translation>이미 있는 것</translation>
    </message>
    <message>
        <source>the new name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>there is something with the new name</source>
        <translation>새 이름이 이미 쓰이고 있습니다</translation>
    </message>
    <message>
        <source>there is nothing with the old name</source>
        <translation>옛 이름이 없습니다</translation>
    </message>
    <message>
        <source>it is a folder, or a file of another user that this process may not write</source>
        <translation>폴더이거나, 이 프로세스가 쓸 수 없는 다른 사용자의 파일입니다</translation>
    </message>
    <message>
        <source>the names are on different file systems</source>
        <translation>두 이름이 서로 다른 파일 시스템에 있습니다</translation>
    </message>
    <message>
        <source>Creates a symbolic link: a file of its own that holds a path.</source>
        <translation>심볼릭 링크를 만듭니다. 경로가 담긴 별개의 파일입니다.</translation>
    </message>
    <message>
        <source>what the link leads to</source>
        <translation>링크가 가리키는 곳</translation>
    </message>
    <message>
        <source>the name of the link</source>
        <translation>링크의 이름</translation>
    </message>
    <message>
        <source>target is empty, or a folder of the path is not there</source>
        <translation>target이 비어 있거나 경로에 있는 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Gives a file another name; what had that name is gone.</source>
        <translation>파일의 이름을 바꿉니다. 그 이름을 쓰던 것은 사라집니다.</translation>
    </message>
    <message>
        <source>Changes who may read and write a file.</source>
        <translation>누가 파일을 읽고 쓸 수 있는지 바꿉니다.</translation>
    </message>
    <message>
        <source>rwx of owner, group and others</source>
        <translation>소유자, 그룹, 그 밖의 사용자의 rwx</translation>
    </message>
    <message>
        <source>the file belongs to another user</source>
        <translation>파일이 다른 사용자의 것입니다</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>Finds the segment of a key, or creates it.</source>
        <translation>키에 해당하는 세그먼트를 찾거나 만듭니다.</translation>
    </message>
    <message>
        <source>the same key finds the same segment</source>
        <translation>같은 키로는 같은 세그먼트를 찾습니다</translation>
    </message>
    <message>
        <source>always a new segment, found by its id only</source>
        <translation>언제나 새 세그먼트이며 식별자로만 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>bytes; memory comes in pages of 4096, and only where it is touched</source>
        <translation>바이트 수. 메모리는 4096바이트 페이지 단위로, 건드린 곳에만 생깁니다</translation>
    </message>
    <message>
        <source>without mode bits a new segment shuts out everyone, its creator too</source>
        <translation>모드 비트가 없으면 새 세그먼트는 만든 사람까지 모두를 막습니다</translation>
    </message>
    <message>
        <source>create the segment if the key has none</source>
        <translation>키에 세그먼트가 없으면 만듭니다</translation>
    </message>
    <message>
        <source>promise no memory for it beforehand</source>
        <translation>메모리를 미리 약속하지 않습니다</translation>
    </message>
    <message>
        <source>in huge pages</source>
        <translation>큰 페이지(huge page)로</translation>
    </message>
    <message>
        <source>the segment exists and denies a permission bit that was asked for</source>
        <translation>세그먼트가 있지만 요청한 권한 비트를 허용하지 않습니다</translation>
    </message>
    <message>
        <source>IPC_CREAT|IPC_EXCL, and the key already has a segment</source>
        <translation>IPC_CREAT|IPC_EXCL인데 키에 이미 세그먼트가 있습니다</translation>
    </message>
    <message>
        <source>a new segment of 0 bytes or above shmmax, or more bytes than the existing one has</source>
        <translation>새 세그먼트가 0바이트이거나 shmmax를 넘거나, 이미 있는 세그먼트보다 큽니다</translation>
    </message>
    <message>
        <source>the key has no segment, and IPC_CREAT was not given</source>
        <translation>키에 세그먼트가 없고 IPC_CREAT도 주지 않았습니다</translation>
    </message>
    <message>
        <source>more memory than the kernel can promise</source>
        <translation>커널이 약속할 수 있는 것보다 많은 메모리입니다</translation>
    </message>
    <message>
        <source>the limit of segments (shmmni) or of their pages (shmall) is reached</source>
        <translation>세그먼트 수의 한도(shmmni)나 페이지 수의 한도(shmall)에 이르렀습니다</translation>
    </message>
    <message>
        <source>SHM_HUGETLB without the right to it</source>
        <translation>권한 없이 SHM_HUGETLB를 주었습니다</translation>
    </message>
    <message>
        <source>Attaches the segment: its memory appears at an address of this process.</source>
        <translation>세그먼트를 연결합니다. 그 메모리가 이 프로세스의 주소에 나타납니다.</translation>
    </message>
    <message>
        <source>the identifier that shmget returned, not the key</source>
        <translation>키가 아니라 shmget이 돌려준 식별자</translation>
    </message>
    <message>
        <source>NULL lets the kernel choose the address</source>
        <translation>NULL이면 커널이 주소를 고릅니다</translation>
    </message>
    <message>
        <source>0 is for reading and writing</source>
        <translation>0이면 읽기와 쓰기용입니다</translation>
    </message>
    <message>
        <source>attach for reading only: a write is a SIGSEGV</source>
        <translation>읽기 전용으로 연결합니다. 쓰면 SIGSEGV입니다</translation>
    </message>
    <message>
        <source>round shmaddr down to a page</source>
        <translation>shmaddr를 페이지 단위로 내림합니다</translation>
    </message>
    <message>
        <source>replace what is mapped at shmaddr</source>
        <translation>shmaddr에 매핑된 것을 바꿔치기합니다</translation>
    </message>
    <message>
        <source>let the contents be executed</source>
        <translation>내용을 실행할 수 있게 합니다</translation>
    </message>
    <message>
        <source>the mode bits do not let this process read, or write without SHM_RDONLY</source>
        <translation>모드 비트가 이 프로세스의 읽기를, 또는 SHM_RDONLY 없는 쓰기를 허용하지 않습니다</translation>
    </message>
    <message>
        <source>the segment was removed during the call</source>
        <translation>호출 중에 세그먼트가 제거되었습니다</translation>
    </message>
    <message>
        <source>no segment has this id, or shmaddr is in use, NULL with SHM_REMAP, or not on a page without SHM_RND</source>
        <translation>이 식별자의 세그먼트가 없거나, shmaddr가 이미 쓰이고 있거나, SHM_REMAP인데 NULL이거나, SHM_RND 없이 페이지 경계가 아닙니다</translation>
    </message>
    <message>
        <source>the address space has no room for it (RLIMIT_AS), or shmaddr is no user address</source>
        <translation>주소 공간에 자리가 없거나(RLIMIT_AS) shmaddr가 사용자 주소가 아닙니다</translation>
    </message>
    <message>
        <source>shmaddr is below the lowest address that may be mapped</source>
        <translation>shmaddr가 매핑할 수 있는 가장 낮은 주소보다 낮습니다</translation>
    </message>
    <message>
        <source>Detaches the segment: its address is no longer there.</source>
        <translation>세그먼트를 분리합니다. 그 주소는 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>the address that shmat returned</source>
        <translation>shmat이 돌려준 주소</translation>
    </message>
    <message>
        <source>no segment is attached at this address</source>
        <translation>이 주소에 연결된 세그먼트가 없습니다</translation>
    </message>
    <message>
        <source>Reads, changes, locks or removes the segment itself.</source>
        <translation>세그먼트 자체를 읽거나 바꾸거나 잠그거나 제거합니다.</translation>
    </message>
    <message>
        <source>read the segment&apos;s shmid_ds</source>
        <translation>세그먼트의 shmid_ds를 읽습니다</translation>
    </message>
    <message>
        <source>change owner and mode</source>
        <translation>소유자와 모드를 바꿉니다</translation>
    </message>
    <message>
        <source>mark it removed; it lives until the last detach</source>
        <translation>제거 표시를 합니다. 마지막으로 분리될 때까지 살아 있습니다</translation>
    </message>
    <message>
        <source>keep its pages in memory</source>
        <translation>페이지를 메모리에 붙들어 둡니다</translation>
    </message>
    <message>
        <source>let its pages be swapped out again</source>
        <translation>페이지가 다시 스왑될 수 있게 합니다</translation>
    </message>
    <message>
        <source>no segment has this id, or cmd is not a command</source>
        <translation>이 식별자의 세그먼트가 없거나 cmd가 명령이 아닙니다</translation>
    </message>
    <message>
        <source>SHM_LOCK of more than RLIMIT_MEMLOCK</source>
        <translation>SHM_LOCK이 RLIMIT_MEMLOCK보다 큽니다</translation>
    </message>
    <message>
        <source>IPC_SET or IPC_RMID by neither owner nor creator, or SHM_LOCK with RLIMIT_MEMLOCK 0</source>
        <translation>소유자도 만든 사람도 아닌데 IPC_SET이나 IPC_RMID를 했거나, RLIMIT_MEMLOCK이 0인데 SHM_LOCK을 했습니다</translation>
    </message>
    <message>
        <source>Changes what this process may do with pages it has.</source>
        <translation>이 프로세스가 가진 페이지로 할 수 있는 일을 바꿉니다.</translation>
    </message>
    <message>
        <source>an address on a page</source>
        <translation>페이지 경계의 주소</translation>
    </message>
    <message>
        <source>bytes; whole pages count</source>
        <translation>바이트 수. 페이지 단위로 셉니다</translation>
    </message>
    <message>
        <source>a segment that was attached SHM_RDONLY stays so</source>
        <translation>SHM_RDONLY로 연결한 세그먼트는 그대로입니다</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>접근 불가</translation>
    </message>
    <message>
        <source>may be read</source>
        <translation>읽을 수 있음</translation>
    </message>
    <message>
        <source>may be written</source>
        <translation>쓸 수 있음</translation>
    </message>
    <message>
        <source>may be executed</source>
        <translation>실행할 수 있음</translation>
    </message>
    <message>
        <source>PROT_WRITE on a segment that was attached SHM_RDONLY</source>
        <translation>SHM_RDONLY로 연결한 세그먼트에 PROT_WRITE를 주었습니다</translation>
    </message>
    <message>
        <source>addr is not on a page</source>
        <translation>addr가 페이지 경계가 아닙니다</translation>
    </message>
    <message>
        <source>nothing is mapped there</source>
        <translation>그곳에 매핑된 것이 없습니다</translation>
    </message>
    <message>
        <source>Takes pages away; a whole segment counts as detached.</source>
        <translation>페이지를 떼어 냅니다. 세그먼트 전체이면 분리한 것이 됩니다.</translation>
    </message>
    <message>
        <source>addr is not on a page, or length is 0</source>
        <translation>addr가 페이지 경계가 아니거나 length가 0입니다</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Copies a text and the NUL behind it.</source>
        <translation>텍스트와 그 뒤의 NUL을 복사합니다.</translation>
    </message>
    <message>
        <source>an address of a segment, as p + 64</source>
        <translation>세그먼트의 주소(예: p + 64)</translation>
    </message>
    <message>
        <source>a text, or an address of one</source>
        <translation>텍스트, 또는 텍스트의 주소</translation>
    </message>
    <message>
        <source>Copies bytes.</source>
        <translation>바이트를 복사합니다.</translation>
    </message>
    <message>
        <source>a text, or an address</source>
        <translation>텍스트, 또는 주소</translation>
    </message>
    <message>
        <source>so many bytes, a NUL or not</source>
        <translation>NUL이 있든 없든 이만큼의 바이트</translation>
    </message>
    <message>
        <source>Fills bytes with one value.</source>
        <translation>바이트를 한 값으로 채웁니다.</translation>
    </message>
    <message>
        <source>only the lowest eight bits count</source>
        <translation>아래 8비트만 쓰입니다</translation>
    </message>
    <message>
        <source>so many bytes</source>
        <translation>이만큼의 바이트</translation>
    </message>
    <message>
        <source>Counts the bytes up to the first NUL.</source>
        <translation>첫 NUL 앞까지의 바이트를 셉니다.</translation>
    </message>
    <message>
        <source>the address of a text</source>
        <translation>텍스트의 주소</translation>
    </message>
    <message>
        <source>Prints values and texts; what it read from memory is what was there.</source>
        <translation>값과 텍스트를 출력합니다. 메모리에서는 그때 있던 것을 읽습니다.</translation>
    </message>
    <message>
        <source>%s text, %d %i %u %x numbers, %ld %lu %zu long ones, %c a byte, %p an address</source>
        <translation>%s는 텍스트, %d %i %u %x는 수, %ld %lu %zu는 긴 수, %c는 바이트, %p는 주소</translation>
    </message>
    <message>
        <source>what % stands for</source>
        <translation>%에 들어갈 값</translation>
    </message>
    <message>
        <source>Reads a number from memory.</source>
        <translation>메모리에서 수를 읽습니다.</translation>
    </message>
    <message>
        <source>what the pointer points at: *(int *)(p + 64), p[3]</source>
        <translation>포인터가 가리키는 것: *(int *)(p + 64), p[3]</translation>
    </message>
    <message>
        <source>Stores a number into memory, or changes the one that is there.</source>
        <translation>메모리에 수를 저장하거나 있는 수를 바꿉니다.</translation>
    </message>
    <message>
        <source>+= reads, adds and stores: another process may come in between</source>
        <translation>+=는 읽고 더하고 저장합니다. 그 사이에 다른 프로세스가 끼어들 수 있습니다</translation>
    </message>
    <message>
        <source>Adds to a number in memory, in one step that nobody can come between.</source>
        <translation>아무도 끼어들 수 없는 한 단계로 메모리의 수에 더합니다.</translation>
    </message>
    <message>
        <source>the address of the number</source>
        <translation>수의 주소</translation>
    </message>
    <message>
        <source>what is added</source>
        <translation>더할 값</translation>
    </message>
    <message>
        <source>ftok</source>
        <translation>ftok 키</translation>
    </message>
    <message>
        <source>Makes a key of a file&apos;s device and inode and a number.</source>
        <translation>파일의 장치와 inode, 그리고 수로 키를 만듭니다.</translation>
    </message>
    <message>
        <source>a file that is there, whatever it holds; ram/same-key-1 and ram/same-key-2 have the same key</source>
        <translation>이미 있는 파일. 내용은 상관없습니다. ram/same-key-1과 ram/same-key-2는 키가 같습니다</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>한도 없음</translation>
    </message>
    <message>
        <source>the kernel&apos;s own messages come out of it</source>
        <translation>커널 자신의 메시지가 여기로 나옵니다</translation>
    </message>
    <message>
        <source>a file of O_DIRECT is read in whole blocks only</source>
        <translation>O_DIRECT로 연 파일은 블록 단위로만 읽습니다</translation>
    </message>
    <message>
        <source>a file of O_DIRECT is written in whole blocks only</source>
        <translation>O_DIRECT로 연 파일은 블록 단위로만 씁니다</translation>
    </message>
    <message>
        <source>no more processes are allowed (RLIMIT_NPROC, or the system&apos;s limit)</source>
        <translation>프로세스를 더 만들 수 없습니다(RLIMIT_NPROC이나 시스템의 한도)</translation>
    </message>
    <message>
        <source>processes that its user may have when it forks</source>
        <translation>fork할 때 그 사용자가 가질 수 있는 프로세스 수</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>an array of char holds a text, not %1</source>
        <translation>char 배열에는 글자가 들어갑니다. %1은(는) 아닙니다</translation>
    </message>
    <message>
        <source>an array holds numbers, as in {3, 4}, not %1</source>
        <translation>배열에는 {3, 4}처럼 수가 들어갑니다. %1은(는) 아닙니다</translation>
    </message>
    <message>
        <source>strlen of a pointer reads memory, so it is a line of its own: n = strlen(p)</source>
        <translation>포인터의 strlen은 메모리를 읽으므로 따로 한 줄로 씁니다: n = strlen(p)</translation>
    </message>
    <message>
        <source>strlen takes a text, not %1</source>
        <translation>strlen은 글자를 받습니다. %1은(는) 아닙니다</translation>
    </message>
    <message>
        <source>%1 has no item %2</source>
        <translation>%1에는 항목 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>this declares %1; a call of it has values and no types, as in &apos;A: n = %2(…)&apos;</source>
        <translation>이것은 %1의 선언입니다. 호출에는 타입 없이 값만 씁니다: &apos;A: n = %2(…)&apos;</translation>
    </message>
    <message>
        <source>one variable is declared on a line: int n</source>
        <translation>한 줄에 변수 하나만 선언합니다: int n</translation>
    </message>
    <message>
        <source>the lab writes a sigaction in place: sigaction(SIGINT, {handler, 0}, NULL)</source>
        <translation>실습실에서는 sigaction을 그 자리에 씁니다: sigaction(SIGINT, {handler, 0}, NULL)</translation>
    </message>
    <message>
        <source>&apos;=&apos; and what is in the array</source>
        <translation>&apos;=&apos;와 배열에 든 것</translation>
    </message>
    <message>
        <source>no variable is void; a pointer is void *</source>
        <translation>void 변수는 없습니다. 포인터는 void * 입니다</translation>
    </message>
    <message>
        <source>an errno, a text or a message is expected with = only</source>
        <translation>errno, 글자, 메시지는 = 로만 기대할 수 있습니다</translation>
    </message>
    <message>
        <source>%1 stands here twice</source>
        <translation>%1이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>the result of a call is stored in a variable first: n = …, then *p = n</source>
        <translation>호출의 결과는 먼저 변수에 넣습니다: n = …, 그다음 *p = n</translation>
    </message>
    <message>
        <source>expected a call, a variable, or a place in memory such as *p or p[64]</source>
        <translation>호출이나 변수, 또는 *p, p[64] 같은 메모리 자리가 와야 합니다</translation>
    </message>
    <message>
        <source>&apos;=&apos; or &apos;+=&apos; after the place in memory</source>
        <translation>메모리 자리 뒤의 &apos;=&apos;나 &apos;+=&apos;</translation>
    </message>
    <message>
        <source>in C this moves the pointer, not what it points at; write (*p)%1</source>
        <translation>C에서 이것은 가리키는 것이 아니라 포인터를 옮깁니다. (*p)%1(으)로 쓰세요</translation>
    </message>
    <message>
        <source>%1= is for memory only, as in *p %2= 1; a variable has =, +=, -= and |=</source>
        <translation>%1=는 *p %2= 1처럼 메모리에만 씁니다. 변수에는 =, +=, -=, |=가 있습니다</translation>
    </message>
    <message>
        <source>the lab has arrays of numbers only, such as int fd[2] or char buf[64]</source>
        <translation>실습실의 배열은 int fd[2]나 char buf[64] 같은 것뿐입니다</translation>
    </message>
    <message>
        <source>%1 is no function of the lab</source>
        <translation>%1은(는) 실습실의 함수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is memory of the process; load it into a variable first: n = %2</source>
        <translation>%1은(는) 프로세스의 메모리입니다. 먼저 변수에 읽으세요: n = %2</translation>
    </message>
    <message>
        <source>a call has no value before it is made</source>
        <translation>호출은 하기 전에는 값이 없습니다</translation>
    </message>
    <message>
        <source>%1 is no array of this process; a call&apos;s result is stored in a variable first: n = …, then %2 = n</source>
        <translation>%1은(는) 이 프로세스의 배열이 아닙니다. 호출의 결과는 먼저 변수에 넣습니다: n = …, 그다음 %2 = n</translation>
    </message>
    <message>
        <source>two pointers cannot be added</source>
        <translation>포인터 둘을 더할 수는 없습니다</translation>
    </message>
    <message>
        <source>%1 points at something of another size</source>
        <translation>%1은(는) 다른 크기의 것을 가리킵니다</translation>
    </message>
    <message>
        <source>%1 lies outside: %2 has %3 bytes</source>
        <translation>%1은(는) 밖에 있습니다. %2은(는) %3바이트입니다</translation>
    </message>
    <message>
        <source>%1 lies outside: %2 has %3 items</source>
        <translation>%1은(는) 밖에 있습니다. %2의 항목은 %3개입니다</translation>
    </message>
    <message>
        <source>a pointer cannot be taken from a number</source>
        <translation>수에서 포인터를 뺄 수는 없습니다</translation>
    </message>
    <message>
        <source>%1 is no array and no pointer: it is %2</source>
        <translation>%1은(는) 배열도 포인터도 아닙니다. 값은 %2입니다</translation>
    </message>
    <message>
        <source>%1 has ended already</source>
        <translation>%1 프로세스는 이미 끝났습니다</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>프로세스가 끝났습니다</translation>
    </message>
    <message>
        <source>%1 has ended</source>
        <translation>%1 프로세스는 끝났습니다</translation>
    </message>
    <message>
        <source>%1 holds a line already: let it go or take it back</source>
        <translation>%1 프로세스가 이미 호출 직전에 멈춘 줄을 가지고 있습니다. 보내거나 되돌리세요</translation>
    </message>
    <message>
        <source>%1 is busy: a process makes one call at a time, and while it sleeps in the kernel it makes no other</source>
        <translation>%1 프로세스는 호출 중입니다. 프로세스는 한 번에 한 호출만 하고, 커널에서 잠든 동안에는 다른 호출을 하지 못합니다</translation>
    </message>
    <message>
        <source>there is no process %1 yet; write &apos;process %1&apos; or a line of its own first</source>
        <translation>프로세스 %1이(가) 아직 없습니다. 먼저 &apos;process %1&apos; 또는 그 프로세스의 줄을 쓰세요</translation>
    </message>
    <message>
        <source>there is no process %1</source>
        <translation>프로세스 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>the process has not started yet</source>
        <translation>프로세스가 아직 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>%1 did not start within 5 s</source>
        <translation>%1 프로세스가 5초 안에 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>only a line with calls or assignments can be given to a process</source>
        <translation>프로세스에는 호출이나 대입이 든 줄만 줄 수 있습니다</translation>
    </message>
    <message>
        <source>there is no held line</source>
        <translation>호출 직전에 멈춘 줄이 없습니다</translation>
    </message>
    <message>
        <source>there is no such process</source>
        <translation>그런 프로세스가 없습니다</translation>
    </message>
    <message>
        <source>there is no such user</source>
        <translation>그런 사용자가 없습니다</translation>
    </message>
    <message>
        <source>there is no user &apos;%1&apos;: choose alice, bob, carol or root</source>
        <translation>사용자 &apos;%1&apos;이(가) 없습니다. alice, bob, carol, root 중에서 고르세요</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: %2</source>
        <translation>%1 사용자를 고를 수 없습니다: %2</translation>
    </message>
    <message>
        <source>there is, or was, a process %1 already</source>
        <translation>프로세스 %1이(가) 이미 있거나 있었습니다</translation>
    </message>
    <message>
        <source>the lab&apos;s limit of %1 processes (maxProcesses)</source>
        <translation>실습실의 한도인 프로세스 %1개에 이르렀습니다(maxProcesses)</translation>
    </message>
    <message>
        <source>the lab&apos;s limit of processes in its whole life is reached (boardSlots)</source>
        <translation>실습실이 지금까지 시작할 수 있는 프로세스 수의 한도에 이르렀습니다(boardSlots)</translation>
    </message>
    <message>
        <source>an assignment cannot stand in a line with calls</source>
        <translation>대입은 호출과 같은 줄에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the line is too large for one go: %1</source>
        <translation>한 번에 보내기에는 줄이 너무 깁니다: %1</translation>
    </message>
    <message>
        <source>the process is gone</source>
        <translation>프로세스가 사라졌습니다</translation>
    </message>
    <message>
        <source>the process has not taken its last line yet</source>
        <translation>프로세스가 지난 줄을 아직 가져가지 않았습니다</translation>
    </message>
    <message>
        <source>too many descriptors for a packet</source>
        <translation>한 번에 보내기에는 디스크립터가 너무 많습니다</translation>
    </message>
    <message>
        <source>the program %1 is not there: %2</source>
        <translation>프로그램 %1이(가) 없습니다: %2</translation>
    </message>
    <message>
        <source>the supervisor died, and every process with it; a new one has removed what they had created</source>
        <translation>감독 프로세스가 모든 프로세스와 함께 죽었습니다. 새 감독 프로세스가 그들이 만든 것을 제거했습니다</translation>
    </message>
    <message>
        <source>no new supervisor could be started: %1</source>
        <translation>새 감독 프로세스를 시작하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>ipclab-supervisor does not answer</source>
        <translation>ipclab-supervisor가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>ipclab-supervisor ended before it was ready</source>
        <translation>ipclab-supervisor가 준비되기 전에 끝났습니다</translation>
    </message>
    <message>
        <source>ipclab-supervisor did not end in time</source>
        <translation>ipclab-supervisor가 제때 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>ipclab-supervisor could not remove everything</source>
        <translation>ipclab-supervisor가 모두 제거하지는 못했습니다</translation>
    </message>
    <message>
        <source>ipclab-supervisor was killed by %1</source>
        <translation>ipclab-supervisor가 %1 시그널로 종료되었습니다</translation>
    </message>
    <message>
        <source>the kernel refuses root nothing; start with --allow-root to see that</source>
        <translation>커널은 root에게 아무것도 거부하지 않습니다. 그것을 보려면 --allow-root로 시작하세요</translation>
    </message>
    <message>
        <source>only where the lab itself is started by root</source>
        <translation>root가 실습실을 시작했을 때에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>alice is root here, whom the kernel refuses nothing: %1</source>
        <translation>여기서는 alice가 root이므로 커널이 아무것도 거부하지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 fails with %2 here; the container or service that this runs in forbids it</source>
        <translation>여기서는 %1이(가) %2(으)로 실패합니다. 이 프로그램이 도는 컨테이너나 서비스가 금지합니다</translation>
    </message>
    <message>
        <source>/proc/%1/syscall cannot be read (%2): sleep is told from the scheduler&apos;s state alone</source>
        <translation>/proc/%1/syscall을 읽을 수 없습니다(%2). 잠든 상태를 스케줄러의 상태만으로 알아냅니다</translation>
    </message>
    <message>
        <source>no /proc/PID/syscall here: sleep is told from the scheduler&apos;s state alone</source>
        <translation>여기에는 /proc/PID/syscall이 없습니다. 잠든 상태를 스케줄러의 상태만으로 알아냅니다</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 프로세스를 시작하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be sent: %2</source>
        <translation>%1을(를) 보내지 못했습니다: %2</translation>
    </message>
    <message>
        <source>the uid %1 has no entry in the user database, so it can have no subordinate ids</source>
        <translation>uid %1은(는) 사용자 데이터베이스에 없어 하위 id를 가질 수 없습니다</translation>
    </message>
    <message>
        <source>%1 has no subordinate ids: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 %2</source>
        <translation>%1 사용자에게 하위 id가 없습니다: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 %2</translation>
    </message>
    <message>
        <source>a private lab needs a user namespace: %1</source>
        <translation>전용 실습실에는 사용자 네임스페이스가 필요합니다: %1</translation>
    </message>
    <message>
        <source>AppArmor forbids user namespaces to ordinary programs: %1</source>
        <translation>AppArmor가 일반 프로그램의 사용자 네임스페이스를 금지합니다: %1</translation>
    </message>
    <message>
        <source>user namespaces are switched off: %1</source>
        <translation>사용자 네임스페이스가 꺼져 있습니다: %1</translation>
    </message>
    <message>
        <source>the system forbids user namespaces (unshare gives %1)</source>
        <translation>시스템이 사용자 네임스페이스를 금지합니다(unshare가 %1을(를) 돌려줌)</translation>
    </message>
    <message>
        <source>%1 is not installed: sudo apt install uidmap</source>
        <translation>%1이(가) 설치되어 있지 않습니다: sudo apt install uidmap</translation>
    </message>
    <message>
        <source>%1 refuses: %2</source>
        <translation>%1이(가) 거부합니다: %2</translation>
    </message>
    <message>
        <source>this kernel does not let the lab set %1 in its own namespace, so the limit stays as it is</source>
        <translation>이 커널은 실습실이 자기 네임스페이스의 %1을(를) 정하지 못하게 하므로, 한도는 그대로입니다</translation>
    </message>
    <message>
        <source>a hard limit of open files (RLIMIT_NOFILE) that leaves the lab no descriptors for a child</source>
        <translation>열린 파일의 하드 한도(RLIMIT_NOFILE)가 낮아, 자식에게 줄 실습실의 디스크립터를 열 수 없습니다</translation>
    </message>
    <message>
        <source>how process %1 ended is not known: the kernel told only its parent</source>
        <translation>프로세스 %1이(가) 어떻게 끝났는지 알 수 없습니다: 커널은 그 부모에게만 알렸습니다</translation>
    </message>
    <message>
        <source>the lab&apos;s scratch folder could not be made: %1</source>
        <translation>실습실의 작업 폴더를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>the scratch folder has no ram/: %1</source>
        <translation>작업 폴더에 ram/이 없습니다: %1</translation>
    </message>
    <message>
        <source>there is no tmpfs at %1, so the scratch folder has no ram/</source>
        <translation>%1에 tmpfs가 없으므로 작업 폴더에 ram/이 없습니다</translation>
    </message>
    <message>
        <source>queue %1 is still there: %2</source>
        <translation>큐 %1이(가) 아직 남아 있습니다: %2</translation>
    </message>
    <message>
        <source>a process was killed while it made a private queue; several queues could be it, so none was removed (ipcs -q lists them)</source>
        <translation>프로세스가 IPC_PRIVATE 큐를 만드는 중에 종료되었습니다. 그 큐일 수 있는 것이 여럿이라 아무것도 제거하지 않았습니다(ipcs -q로 볼 수 있음)</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>아직 살펴보지 않음</translation>
    </message>
    <message>
        <source>not read while processes are at work</source>
        <translation>프로세스가 일하는 동안에는 읽지 않음</translation>
    </message>
    <message>
        <source>reading the queue is denied (EACCES)</source>
        <translation>큐 읽기가 거부됨(EACCES)</translation>
    </message>
    <message>
        <source>this kernel has no MSG_COPY (ENOSYS): it lacks CONFIG_CHECKPOINT_RESTORE</source>
        <translation>이 커널에는 MSG_COPY가 없음(ENOSYS): CONFIG_CHECKPOINT_RESTORE 없이 빌드됨</translation>
    </message>
    <message>
        <source>msgrcv(MSG_COPY) gives %1</source>
        <translation>msgrcv(MSG_COPY)가 %1을(를) 돌려줌</translation>
    </message>
    <message>
        <source>1 message sent</source>
        <translation>메시지 1개 보냄</translation>
    </message>
    <message>
        <source>%1 messages sent</source>
        <translation>메시지 %1개 보냄</translation>
    </message>
    <message>
        <source>1 message taken</source>
        <translation>메시지 1개 꺼냄</translation>
    </message>
    <message>
        <source>%1 messages taken</source>
        <translation>메시지 %1개 꺼냄</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>%1이(가) 와야 하는데 %2이(가) 있습니다</translation>
    </message>
    <message>
        <source>unexpected &apos;%1&apos;</source>
        <translation>&apos;%1&apos;은(는) 여기에 올 수 없습니다</translation>
    </message>
    <message>
        <source>unknown call</source>
        <translation>알 수 없는 호출입니다</translation>
    </message>
    <message>
        <source>unknown member &apos;%1&apos;%2</source>
        <translation>알 수 없는 멤버 &apos;%1&apos;%2</translation>
    </message>
    <message>
        <source>unknown field &apos;%1&apos;%2</source>
        <translation>알 수 없는 필드 &apos;%1&apos;%2</translation>
    </message>
    <message>
        <source>unknown type &apos;%1&apos;%2</source>
        <translation>알 수 없는 자료형 &apos;%1&apos;%2</translation>
    </message>
    <message>
        <source>unknown user %1; the users are %2</source>
        <translation>알 수 없는 사용자 %1. 사용자는 %2입니다</translation>
    </message>
    <message>
        <source>; did you mean %1?</source>
        <translation>. 혹시 %1?</translation>
    </message>
    <message>
        <source>; known are struct msgbuf, msqid_ds and sigaction</source>
        <translation>. 아는 것은 struct msgbuf, msqid_ds, sigaction입니다</translation>
    </message>
    <message>
        <source>%1 is not the name of an errno%2</source>
        <translation>%1은(는) errno의 이름이 아닙니다%2</translation>
    </message>
    <message>
        <source>%1 is not the name of a signal%2</source>
        <translation>%1은(는) 시그널의 이름이 아닙니다%2</translation>
    </message>
    <message>
        <source>an errno comes with -1 only: = -1 %1</source>
        <translation>errno는 -1에만 붙습니다: = -1 %1</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, not %3: %4</source>
        <translation>%1의 인자는 %3개가 아니라 %2개입니다: %4</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, not %3</source>
        <translation>%1의 인자는 %3개가 아니라 %2개입니다</translation>
    </message>
    <message>
        <source>%1 cannot be a variable</source>
        <translation>%1은(는) 변수가 될 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a process; a line starts with its process, as in &apos;A: msgget(1234, 0)&apos;</source>
        <translation>%1은(는) 프로세스의 이름이 될 수 없습니다. 줄은 &apos;A: msgget(1234, 0)&apos;처럼 프로세스로 시작합니다</translation>
    </message>
    <message>
        <source>%1 has no value in this process: first make the call here that gives it one</source>
        <translation>이 프로세스에서 %1에는 값이 없습니다. 값을 주는 호출을 이 프로세스에서 먼저 하세요</translation>
    </message>
    <message>
        <source>%1 does not fit into 64 bits</source>
        <translation>%1은(는) 64비트에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>%1 is %2, which does not fit into 32 bits</source>
        <translation>%1의 값 %2은(는) 32비트에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>this number needs more than 64 bits</source>
        <translation>이 수는 64비트를 넘습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an octal number</source>
        <translation>&apos;%1&apos;은(는) 8진수가 아닙니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>&apos;%1&apos;은(는) 수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 must be a number, not %2</source>
        <translation>%1은(는) %2이(가) 아니라 수여야 합니다</translation>
    </message>
    <message>
        <source>%1 is not a message {type, &quot;text&quot;}</source>
        <translation>%1은(는) 메시지 {타입, &quot;본문&quot;}이 아닙니다</translation>
    </message>
    <message>
        <source>the text of a message is a string, not %1</source>
        <translation>메시지의 본문은 %1이(가) 아니라 문자열입니다</translation>
    </message>
    <message>
        <source>the type of a message</source>
        <translation>메시지의 타입</translation>
    </message>
    <message>
        <source>mtype is a number, not %1</source>
        <translation>mtype은 %1이(가) 아니라 수입니다</translation>
    </message>
    <message>
        <source>mtext is a text, not %1</source>
        <translation>mtext는 %1이(가) 아니라 문자열입니다</translation>
    </message>
    <message>
        <source>%1 is a number, not %2</source>
        <translation>%1은(는) %2이(가) 아니라 수입니다</translation>
    </message>
    <message>
        <source>%1 has no member %2</source>
        <translation>%1에는 멤버 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>문자열</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>a struct msqid_ds</source>
        <translation>struct msqid_ds</translation>
    </message>
    <message>
        <source>msgp must be a message {type, &quot;text&quot;}, not %1</source>
        <translation>msgp는 %1이(가) 아니라 메시지 {타입, &quot;본문&quot;}이어야 합니다</translation>
    </message>
    <message>
        <source>msgp must be a buffer such as &amp;rbuf, not %1</source>
        <translation>msgp는 %1이(가) 아니라 &amp;rbuf 같은 버퍼여야 합니다</translation>
    </message>
    <message>
        <source>buf must be a struct msqid_ds, not %1</source>
        <translation>buf는 %1이(가) 아니라 struct msqid_ds여야 합니다</translation>
    </message>
    <message>
        <source>buf must be a struct such as &amp;ds, not %1</source>
        <translation>buf는 %1이(가) 아니라 &amp;ds 같은 구조체여야 합니다</translation>
    </message>
    <message>
        <source>nothing is known of queue %1, so the fields that %2 leaves out cannot be filled in; call IPC_STAT first and set them in ds</source>
        <translation>큐 %1에 대해 아는 것이 없어 %2에서 빠진 필드를 채울 수 없습니다. 먼저 IPC_STAT를 호출하고 ds에서 값을 정하세요</translation>
    </message>
    <message>
        <source>kill takes a process of the lab by its name, as in kill(B, SIGUSR1), not %1</source>
        <translation>kill은 %1이(가) 아니라 kill(B, SIGUSR1)처럼 실습실 프로세스의 이름을 받습니다</translation>
    </message>
    <message>
        <source>%1 is no live process of this lab</source>
        <translation>%1은(는) 이 실습실에 살아 있는 프로세스가 아닙니다</translation>
    </message>
    <message>
        <source>kill with pid %1 would signal many processes at once, also outside the lab; name one process, as in kill(B, SIGUSR1)</source>
        <translation>pid %1에 대한 kill은 실습실 밖까지 여러 프로세스에 한꺼번에 시그널을 보냅니다. kill(B, SIGUSR1)처럼 프로세스 하나를 고르세요</translation>
    </message>
    <message>
        <source>pid %1 is no process of this lab, and the lab signals no other; name one, as in kill(B, SIGUSR1)</source>
        <translation>pid %1은(는) 이 실습실의 프로세스가 아니며, 실습실은 다른 프로세스에 시그널을 보내지 않습니다. kill(B, SIGUSR1)처럼 하나를 고르세요</translation>
    </message>
    <message>
        <source>the lab does not set %1</source>
        <translation>실습실은 %1을(를) 설정하지 않습니다</translation>
    </message>
    <message>
        <source>act is written in place, as {handler, SA_RESTART}</source>
        <translation>act는 {handler, SA_RESTART}처럼 그 자리에 씁니다</translation>
    </message>
    <message>
        <source>act must be written in place, as {handler, SA_RESTART} or {SIG_IGN, 0}, not %1</source>
        <translation>act는 %1이(가) 아니라 {handler, SA_RESTART}나 {SIG_IGN, 0}처럼 그 자리에 써야 합니다</translation>
    </message>
    <message>
        <source>sa_handler must be handler, SIG_IGN or SIG_DFL</source>
        <translation>sa_handler는 handler, SIG_IGN, SIG_DFL 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>sa_flags may hold SA_RESTART, SA_NODEFER and SA_RESETHAND</source>
        <translation>sa_flags에는 SA_RESTART, SA_NODEFER, SA_RESETHAND만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>oldact must be NULL</source>
        <translation>oldact는 NULL이어야 합니다</translation>
    </message>
    <message>
        <source>an incomplete expression</source>
        <translation>식이 완성되지 않았습니다</translation>
    </message>
    <message>
        <source>an unknown expression</source>
        <translation>알 수 없는 식입니다</translation>
    </message>
    <message>
        <source>&amp; needs a variable or a message {type, &quot;text&quot;}</source>
        <translation>&amp; 뒤에는 변수나 메시지 {타입, &quot;본문&quot;}이 와야 합니다</translation>
    </message>
    <message>
        <source>a call cannot stand inside another; store the result of &apos;%1&apos; in a variable first</source>
        <translation>호출 안에 호출을 쓸 수 없습니다. &apos;%1&apos;의 결과를 먼저 변수에 담으세요</translation>
    </message>
    <message>
        <source>a name has at most %1 letters</source>
        <translation>이름은 최대 %1자입니다</translation>
    </message>
    <message>
        <source>a label has at most %1 bytes (maxLabelBytes)</source>
        <translation>꼬리표는 최대 %1바이트입니다(maxLabelBytes)</translation>
    </message>
    <message>
        <source>a text has at most %1 bytes in the lab (maxTextBytes)</source>
        <translation>실습실에서 본문은 최대 %1바이트입니다(maxTextBytes)</translation>
    </message>
    <message>
        <source>a text cannot be repeated %1 times</source>
        <translation>문자열을 %1번 반복할 수 없습니다</translation>
    </message>
    <message>
        <source>a script has at most %1 bytes (maxScriptBytes)</source>
        <translation>스크립트는 최대 %1바이트입니다(maxScriptBytes)</translation>
    </message>
    <message>
        <source>a line has at most %1 bytes (maxScriptBytes)</source>
        <translation>한 줄은 최대 %1바이트입니다(maxScriptBytes)</translation>
    </message>
    <message>
        <source>nested more than %1 deep (maxNesting)</source>
        <translation>중첩이 %1단계를 넘습니다(maxNesting)</translation>
    </message>
    <message>
        <source>more than %1 parts (maxParts)</source>
        <translation>부분이 %1개를 넘습니다(maxParts)</translation>
    </message>
    <message>
        <source>more than %1 calls in a repeat (maxParts)</source>
        <translation>repeat 안의 호출이 %1개를 넘습니다(maxParts)</translation>
    </message>
    <message>
        <source>more than %1 processes (maxProcesses)</source>
        <translation>프로세스가 %1개를 넘습니다(maxProcesses)</translation>
    </message>
    <message>
        <source>a repeat cannot stand inside another</source>
        <translation>repeat 안에 repeat를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>at least one call in the repeat</source>
        <translation>repeat 안에 호출 하나 이상</translation>
    </message>
    <message>
        <source>what is expected stands behind the closing &apos;}&apos;</source>
        <translation>기대하는 결과는 닫는 &apos;}&apos; 뒤에 씁니다</translation>
    </message>
    <message>
        <source>%1 is not between 1 and %2</source>
        <translation>%1은(는) 1과 %2 사이가 아닙니다</translation>
    </message>
    <message>
        <source>nothing can be expected of an assignment: it makes no system call</source>
        <translation>대입에는 결과를 기대할 수 없습니다. 시스템 호출이 아닙니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is named twice</source>
        <translation>&apos;%1&apos;이(가) 두 번 나왔습니다</translation>
    </message>
    <message>
        <source>%1 is already there; a process is declared before its first line, and once</source>
        <translation>%1 프로세스가 이미 있습니다. 프로세스는 첫 줄보다 먼저, 한 번만 선언합니다</translation>
    </message>
    <message>
        <source>%1 has made no call yet, so none can return</source>
        <translation>%1 프로세스는 아직 호출하지 않았으므로 돌아올 것이 없습니다</translation>
    </message>
    <message>
        <source>&apos;lab private&apos; stands on the first line only</source>
        <translation>&apos;lab private&apos;는 첫 줄에만 씁니다</translation>
    </message>
    <message>
        <source>this comment has no closing */</source>
        <translation>이 주석에 닫는 */가 없습니다</translation>
    </message>
    <message>
        <source>strings stand in straight quotes: &quot;hello&quot;</source>
        <translation>문자열은 곧은 따옴표로 묶습니다: &quot;hello&quot;</translation>
    </message>
    <message>
        <source>one byte stands in single quotes; a text stands in double quotes</source>
        <translation>한 바이트는 작은따옴표로, 문자열은 큰따옴표로 묶습니다</translation>
    </message>
    <message>
        <source>the text ends after a backslash</source>
        <translation>역슬래시 뒤에서 글이 끝납니다</translation>
    </message>
    <message>
        <source>an octal escape goes up to \377</source>
        <translation>8진 이스케이프는 \377까지입니다</translation>
    </message>
    <message>
        <source>\x needs hexadecimal digits</source>
        <translation>\x 뒤에는 16진 숫자가 와야 합니다</translation>
    </message>
    <message>
        <source>this \x escape takes in all digits that follow and is larger than a byte; split the string: &quot;\xff&quot; &quot;0&quot;</source>
        <translation>이 \x 이스케이프는 뒤따르는 숫자를 모두 포함해 한 바이트를 넘습니다. 문자열을 나누세요: &quot;\xff&quot; &quot;0&quot;</translation>
    </message>
    <message>
        <source>unknown escape; known are \n \t \0 \\ \&quot; \xHH and their like</source>
        <translation>알 수 없는 이스케이프입니다. \n \t \0 \\ \&quot; \xHH 등을 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>the %1 is not closed on this line</source>
        <translation>이 줄에서 %1이(가) 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a call such as msgget(1234, 0), or a variable</source>
        <translation>msgget(1234, 0) 같은 호출이나 변수</translation>
    </message>
    <message>
        <source>a call such as msgget(1234, 0)</source>
        <translation>msgget(1234, 0) 같은 호출</translation>
    </message>
    <message>
        <source>&apos;=&apos; after the variable, or &apos;(&apos; after a call</source>
        <translation>변수 뒤의 &apos;=&apos; 또는 호출 뒤의 &apos;(&apos;</translation>
    </message>
    <message>
        <source>&apos;=&apos;, blocks or killed</source>
        <translation>&apos;=&apos;, blocks 또는 killed</translation>
    </message>
    <message>
        <source>the result: a number, or -1 and an errno such as -1 EIDRM</source>
        <translation>결과: 수, 또는 -1과 errno(예: -1 EIDRM)</translation>
    </message>
    <message>
        <source>the name of a signal, such as SIGKILL</source>
        <translation>SIGKILL 같은 시그널의 이름</translation>
    </message>
    <message>
        <source>the name of a member</source>
        <translation>멤버의 이름</translation>
    </message>
    <message>
        <source>the name of a user</source>
        <translation>사용자의 이름</translation>
    </message>
    <message>
        <source>the name of a process, such as A</source>
        <translation>A 같은 프로세스의 이름</translation>
    </message>
    <message>
        <source>the name of the struct</source>
        <translation>구조체의 이름</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>a message {type, &quot;text&quot;}</source>
        <translation>메시지 {타입, &quot;본문&quot;}</translation>
    </message>
    <message>
        <source>a field such as .msg_qbytes</source>
        <translation>.msg_qbytes 같은 필드</translation>
    </message>
    <message>
        <source>&apos;=&apos; after the field</source>
        <translation>필드 뒤의 &apos;=&apos;</translation>
    </message>
    <message>
        <source>&apos;:&apos; after the process, as in &apos;A: msgget(1234, 0)&apos;</source>
        <translation>&apos;A: msgget(1234, 0)&apos;처럼 프로세스 뒤의 &apos;:&apos;</translation>
    </message>
    <message>
        <source>&apos;;&apos; or &apos;}&apos;</source>
        <translation>&apos;;&apos; 또는 &apos;}&apos;</translation>
    </message>
    <message>
        <source>private: lab private msgmni=2</source>
        <translation>private(예: lab private msgmni=2)</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>줄의 끝</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>글의 끝</translation>
    </message>
    <message>
        <source>a single line</source>
        <translation>한 줄</translation>
    </message>
    <message>
        <source>no lesson and no file is called &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 수업도 파일도 없습니다</translation>
    </message>
    <message>
        <source>this fenced block is not closed: a line ``` is missing</source>
        <translation>이 코드 블록이 닫히지 않았습니다. ``` 줄이 빠졌습니다</translation>
    </message>
    <message>
        <source>&lt;details&gt; is not closed: &lt;/details&gt; is missing</source>
        <translation>&lt;details&gt;가 닫히지 않았습니다. &lt;/details&gt;가 빠졌습니다</translation>
    </message>
    <message>
        <source>a script starts no process as root, unless ipclab-cli run gets --allow-root</source>
        <translation>스크립트는 root로 프로세스를 시작하지 않습니다. ipclab-cli run에 --allow-root를 주면 허용됩니다</translation>
    </message>
    <message>
        <source>only a process of this script can be signalled, by its letter</source>
        <translation>이 스크립트의 프로세스에만, 그 글자로 시그널을 보낼 수 있습니다</translation>
    </message>
    <message>
        <source>key %1 already belongs to another program (ipcs shows it); remove what it names, or play in a private lab</source>
        <translation>키 %1은(는) 이미 다른 프로그램의 것입니다(ipcs로 볼 수 있습니다). 그것을 지우거나 전용 실습실에서 하세요</translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>기대: %1, 실제: %2</translation>
    </message>
    <message>
        <source>refused by the lab: %1</source>
        <translation>실습실이 거부: %1</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2(%3)</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>허가 거부</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않는 동작</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>그런 파일이나 디렉터리가 없음</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>파일이 이미 있음</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>디렉터리임</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>디렉터리가 아님</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>잘못된 인수</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>남은 공간 없음</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>메모리를 할당할 수 없음</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>자원을 잠시 쓸 수 없음</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>열린 파일이 너무 많음</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>구현되지 않은 함수</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>그런 프로세스가 없음</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder, not a lesson or script</source>
        <translation>&apos;%1&apos;은(는) 폴더이며 수업이나 스크립트가 아닙니다</translation>
    </message>
    <message>
        <source>%1 must be a text or a buffer, not %2</source>
        <translation>%1은(는) 텍스트나 버퍼여야 하며 %2은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>%1 must be a text in quotes or a variable that holds one, not %2</source>
        <translation>%1은(는) 따옴표 안의 텍스트나 텍스트가 든 변수여야 하며 %2은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>%1 is %2, and a call carries at most %3 bytes in the lab (maxTextBytes)</source>
        <translation>%1의 값은 %2인데, 실습실에서 호출 하나는 최대 %3바이트를 나릅니다(maxTextBytes)</translation>
    </message>
    <message>
        <source>%1 may lead out of the lab: files live in %2, so a path is relative and without .., as in &quot;fifo&quot;</source>
        <translation>%1은(는) 실습실 밖으로 이어질 수 있습니다. 파일은 %2에 있으므로 경로는 &quot;fifo&quot;처럼 ..가 없는 상대 경로여야 합니다</translation>
    </message>
    <message>
        <source>%1 is %2, which stays as it is</source>
        <translation>%1은(는) %2이며, 그대로 두어야 합니다</translation>
    </message>
    <message>
        <source>the lab&apos;s own scratch folder, %1</source>
        <translation>실습실 자체의 작업 폴더 %1</translation>
    </message>
    <message>
        <source>the lab&apos;s own scratch folder</source>
        <translation>실습실 자체의 작업 폴더</translation>
    </message>
    <message>
        <source>%1 must be a text such as &quot;fifo&quot;, not %2</source>
        <translation>%1은(는) &quot;fifo&quot; 같은 텍스트여야 하며 %2은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>%1 must be an address, such as what shmat returned, not %2</source>
        <translation>%1은(는) shmat이 돌려준 것 같은 주소여야 하며 %2은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>%1 is no place in memory; *p and p[3] are</source>
        <translation>%1은(는) 메모리의 자리가 아닙니다. *p나 p[3]이 그런 자리입니다</translation>
    </message>
    <message>
        <source>%1 is no number: it has %2 bytes; a cast such as (int *) says how many to take</source>
        <translation>%1은(는) 수가 아니라 %2바이트입니다. (int *) 같은 캐스트로 몇 바이트를 쓸지 정하세요</translation>
    </message>
    <message>
        <source>%1 cannot be written to; an address such as what shmat returned can, and a variable</source>
        <translation>%1에는 쓸 수 없습니다. shmat이 돌려준 것 같은 주소나 변수에는 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>a store writes a number, not %1; strcpy and memcpy write texts</source>
        <translation>저장은 %1이(가) 아니라 수를 씁니다. 텍스트는 strcpy와 memcpy로 씁니다</translation>
    </message>
    <message>
        <source>%1 is %2, and descriptors from %3 on are the lab&apos;s own</source>
        <translation>%1의 값은 %2인데, %3번부터는 실습실 자체의 디스크립터입니다</translation>
    </message>
    <message>
        <source>%1 must be a variable or an address, not %2</source>
        <translation>%1은(는) 변수나 주소여야 하며 %2은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>the lab makes no fcntl with the command %1</source>
        <translation>실습실은 명령 %1의 fcntl을 하지 않습니다</translation>
    </message>
    <message>
        <source>format must be a text in quotes, not %1; printf(&quot;%s&quot;, %2) prints what is there</source>
        <translation>format은 %1이(가) 아니라 따옴표 안의 텍스트여야 합니다. 그곳에 있는 것은 printf(&quot;%s&quot;, %2)로 출력합니다</translation>
    </message>
    <message>
        <source>%s prints a text or what stands at an address, not the number %1; %d prints numbers</source>
        <translation>%s는 수 %1이(가) 아니라 텍스트나 주소에 있는 것을 출력합니다. 수는 %d로 출력합니다</translation>
    </message>
    <message>
        <source>%%1 prints a number, not %2; %s prints texts</source>
        <translation>%%1은(는) %2이(가) 아니라 수를 출력합니다. 텍스트는 %s로 출력합니다</translation>
    </message>
    <message>
        <source>%1 has a conversion that the lab does not print; it prints %s %d %i %u %x %X %o %c %p, also with l, ll, z, h and hh</source>
        <translation>%1에 실습실이 출력하지 않는 변환이 있습니다. %s %d %i %u %x %X %o %c %p와, 여기에 l, ll, z, h, hh를 붙인 것을 출력합니다</translation>
    </message>
    <message>
        <source>the format prints %1 values, and %2 stand behind it</source>
        <translation>형식은 값 %1개를 출력하는데 뒤에 %2개가 있습니다</translation>
    </message>
    <message>
        <source>what printf is given has %1 bytes, and a call carries at most %2 in the lab (maxTextBytes)</source>
        <translation>printf에 준 것이 %1바이트인데, 실습실에서 호출 하나는 최대 %2바이트를 나릅니다(maxTextBytes)</translation>
    </message>
    <message>
        <source>wstatus must be NULL or a variable such as &amp;status, not %1</source>
        <translation>wstatus는 NULL이나 &amp;status 같은 변수여야 하며 %1은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>rlim must be written in place, as {5, 5} or {.rlim_cur = 5, .rlim_max = 5}, not %1</source>
        <translation>rlim은 {5, 5}나 {.rlim_cur = 5, .rlim_max = 5}처럼 그 자리에 써야 하며 %1은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>buf must be a struct shmid_ds, not %1</source>
        <translation>buf는 struct shmid_ds여야 하며 %1은(는) 안 됩니다</translation>
    </message>
    <message>
        <source>nothing is known of segment %1, so the fields that %2 leaves out cannot be filled in; call IPC_STAT first and set them in ds</source>
        <translation>세그먼트 %1에 대해 아는 것이 없어 %2에서 빠진 필드를 채울 수 없습니다. 먼저 IPC_STAT를 호출하고 ds에서 값을 정하세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; may hold the identifier of a %2 that is not this lab&apos;s: only what %3 gave can be used here</source>
        <translation>&apos;%1&apos;에는 이 실습실의 것이 아닌 식별자(%2)가 들어 있을 수 있습니다. 여기에는 %3의 결과만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>a number could be the identifier of a %1 that is not this lab&apos;s: use a variable that %2 set</source>
        <translation>숫자는 이 실습실의 것이 아닌 식별자(%1)일 수 있습니다. %2의 결과를 담은 변수를 쓰세요</translation>
    </message>
    <message>
        <source>a key is written as a number here, or made by ftok, so that it is known whether it belongs to another program</source>
        <translation>키는 여기서 숫자로 쓰거나 ftok으로 만들어야, 다른 프로그램의 것인지 알 수 있습니다</translation>
    </message>
    <message>
        <source>this has not come to an end after %1 ms</source>
        <translation>%1 ms가 지나도 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>a repeat makes system calls, and this is an assignment, which makes none: write it on a line of its own</source>
        <translation>repeat는 시스템 호출을 하는데 이것은 호출이 없는 대입입니다. 따로 한 줄에 쓰세요</translation>
    </message>
    <message>
        <source>what a repeat uses is worked out once, before its first round, so %1 cannot use the %2 that the same repeat sets: write these calls on lines of their own</source>
        <translation>repeat가 쓰는 값은 첫 회 전에 한 번만 계산하므로, 같은 repeat가 정하는 %2 값을 %1 호출이 쓸 수 없습니다. 이 호출들을 각각 한 줄에 쓰세요</translation>
    </message>
    <message>
        <source>a load</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>a store</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>%1 has ended: %2</source>
        <translation>%1 프로세스는 끝났습니다: %2</translation>
    </message>
    <message>
        <source>starting ipclab-worker (ulimit -u is the limit of processes): %1</source>
        <translation>ipclab-worker를 시작하는 중(프로세스 수의 한도는 ulimit -u): %1</translation>
    </message>
    <message>
        <source>starting a thread (ulimit -u is the limit of processes and threads): %1</source>
        <translation>스레드를 시작하는 중(프로세스와 스레드 수의 한도는 ulimit -u): %1</translation>
    </message>
    <message>
        <source>a process of the lab needs %1 descriptors, and the hard limit here is %2: see ulimit -Hn</source>
        <translation>실습실의 프로세스에는 디스크립터 %1개가 필요하지만 여기의 하드 한도는 %2개입니다. ulimit -Hn을 보세요</translation>
    </message>
    <message>
        <source>taking what it needs (ulimit -n is the limit of descriptors): %1</source>
        <translation>필요한 디스크립터를 받는 중(디스크립터 수의 한도는 ulimit -n): %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>%1 시그널로 종료됨</translation>
    </message>
    <message>
        <source>it exited with %1</source>
        <translation>%1(으)로 끝남</translation>
    </message>
    <message>
        <source>%1 has %2 items, counted from 0, so there is no %3</source>
        <translation>%1의 원소는 0부터 세어 %2개이므로 %3은(는) 없습니다</translation>
    </message>
    <message>
        <source>%1 has room for %2 bytes, and %3 may write %4: in C the rest would overwrite what lies behind it</source>
        <translation>%1에는 %2바이트가 들어가는데 %3은(는) %4바이트까지 쓸 수 있습니다. C에서는 나머지가 그 뒤에 있는 것을 덮어씁니다</translation>
    </message>
    <message>
        <source>a page has at most %1 bytes (maxPageBytes)</source>
        <translation>페이지는 최대 %1바이트입니다(maxPageBytes)</translation>
    </message>
    <message>
        <source>the fields that are left out are filled in before the first round, so a second IPC_SET in a repeat would take back the first: set all of them in one</source>
        <translation>빠진 필드는 첫 회 전에 채우므로 repeat 안의 두 번째 IPC_SET은 첫 번째를 되돌립니다. 한 번에 모두 설정하세요</translation>
    </message>
    <message>
        <source>shm_rmid_forced is 1 here: a segment goes with its last attachment, or with the process that made it</source>
        <translation>여기서는 shm_rmid_forced가 1입니다. 세그먼트는 마지막 연결이 끊어지거나 만든 프로세스가 끝나면 함께 사라집니다</translation>
    </message>
    <message>
        <source>unknown setting %1; there are msgmni, shmmni, shmall and shm_rmid_forced</source>
        <translation>모르는 설정 %1입니다. msgmni, shmmni, shmall, shm_rmid_forced가 있습니다</translation>
    </message>
    <message>
        <source>the limit of queues: lab private msgmni=2</source>
        <translation>큐의 한도: lab private msgmni=2</translation>
    </message>
    <message>
        <source>the limit of segments: lab private shmmni=2</source>
        <translation>세그먼트의 한도: lab private shmmni=2</translation>
    </message>
    <message>
        <source>the limit of pages of all segments: lab private shmall=2</source>
        <translation>모든 세그먼트의 페이지 한도: lab private shmall=2</translation>
    </message>
    <message>
        <source>1: lab private shm_rmid_forced=1</source>
        <translation>1: lab private shm_rmid_forced=1</translation>
    </message>
    <message>
        <source>the lab sets RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_MEMLOCK and RLIMIT_NPROC, no other limit</source>
        <translation>실습실은 RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_MEMLOCK, RLIMIT_NPROC만 정하고 다른 한도는 정하지 않습니다</translation>
    </message>
    <message>
        <source>a private lab needs a second user namespace: %1</source>
        <translation>전용 실습실에는 두 번째 사용자 네임스페이스가 필요합니다: %1</translation>
    </message>
    <message>
        <source>pidfd_getfd gives %1</source>
        <translation>pidfd_getfd가 %1을(를) 돌려줌</translation>
    </message>
    <message>
        <source>pipe2 gives %1</source>
        <translation>pipe2가 %1을(를) 돌려줌</translation>
    </message>
    <message>
        <source>tee gives %1</source>
        <translation>tee가 %1을(를) 돌려줌</translation>
    </message>
    <message>
        <source>no process of the lab holds a read end</source>
        <translation>읽기 끝을 가진 실습실 프로세스가 없음</translation>
    </message>
    <message>
        <source>no process of the lab has it attached</source>
        <translation>세그먼트를 붙인 실습실 프로세스가 없음</translation>
    </message>
    <message>
        <source>more bytes are written than the lab follows (256 MiB)</source>
        <translation>실습실이 따라갈 수 있는 것보다 많은 바이트가 쓰임(256 MiB)</translation>
    </message>
    <message>
        <source>pages that no process of the lab has touched: %1</source>
        <translation>실습실 프로세스가 건드리지 않은 페이지: %1개</translation>
    </message>
    <message>
        <source>%1: not a journal of IPC Lab, or one of another version</source>
        <translation>%1: IPC Lab의 기록 파일이 아니거나 다른 버전의 것입니다</translation>
    </message>
    <message>
        <source>%1: the journal is damaged: %2</source>
        <translation>%1: 기록 파일이 손상되었습니다: %2</translation>
    </message>
    <message>
        <source>bytes are left over behind the last event</source>
        <translation>마지막 이벤트 뒤에 바이트가 남아 있습니다</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>끝이 빠졌습니다</translation>
    </message>
    <message>
        <source>the end is wrong</source>
        <translation>끝이 잘못되었습니다</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>it cannot be read to its end</source>
        <translation>끝까지 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>its bytes were changed</source>
        <translation>바이트가 바뀌었습니다</translation>
    </message>
    <message>
        <source>the bytes of an event are damaged</source>
        <translation>이벤트의 바이트가 손상되었습니다</translation>
    </message>
    <message>
        <source>the spilled events end too early</source>
        <translation>파일로 옮긴 이벤트가 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>the board belongs to another version</source>
        <translation>다른 버전의 게시판입니다</translation>
    </message>
    <message>
        <source>ipclab-guard was killed and could not be started again (%1): what the lab has made stays behind if the window and ipclab-supervisor are killed at once</source>
        <translation>ipclab-guard가 강제로 종료되었고 다시 시작하지 못했습니다(%1). 이제 창과 ipclab-supervisor가 동시에 강제로 종료되면 실습실이 만든 것이 남습니다</translation>
    </message>
    <message>
        <source>it has been killed too often</source>
        <translation>너무 자주 강제로 종료되었습니다</translation>
    </message>
    <message>
        <source>a limit of address space (RLIMIT_AS) that leaves the lab no memory for a child</source>
        <translation>주소 공간의 한도(RLIMIT_AS)가 낮아, 자식에게 줄 실습실의 메모리를 잡을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::CSource</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Process whose program is shown</source>
        <translation>프로그램을 보일 프로세스</translation>
    </message>
    <message>
        <source>Copy the program</source>
        <translation>프로그램 복사</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>프로그램 저장</translation>
    </message>
    <message>
        <source>C source</source>
        <translation>C 소스</translation>
    </message>
    <message>
        <source>No process has made a call yet. Each call becomes a line of a C program here, ready to compile.</source>
        <translation>아직 호출한 프로세스가 없습니다. 호출할 때마다 바로 컴파일할 수 있는 C 프로그램의 한 줄이 됩니다.</translation>
    </message>
    <message>
        <source>C source (*.c)</source>
        <translation>C 소스 (*.c)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓰지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::CallForm</name>
    <message>
        <source>variable for the result</source>
        <translation>결과를 담을 변수</translation>
    </message>
    <message>
        <source>The variable of this process that keeps the result</source>
        <translation>결과를 담을 이 프로세스의 변수</translation>
    </message>
    <message>
        <source>result in</source>
        <translation>결과 변수</translation>
    </message>
</context>
<context>
    <name>ipclab::CallLine</name>
    <message>
        <source>call line</source>
        <translation>호출 입력줄</translation>
    </message>
    <message>
        <source>Type a call:  %1</source>
        <translation>호출 입력:  %1</translation>
    </message>
</context>
<context>
    <name>ipclab::CallPanel</name>
    <message>
        <source>Repeat…</source>
        <translation>반복…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>the line of C that will be made</source>
        <translation>실행할 C 코드 한 줄</translation>
    </message>
    <message>
        <source>A field is not filled in.</source>
        <translation>비어 있는 칸이 있습니다.</translation>
    </message>
    <message>
        <source>Let it go  ⏎</source>
        <translation>실행  ⏎</translation>
    </message>
    <message>
        <source>Make the call  ⏎</source>
        <translation>호출하기  ⏎</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>There is no process yet: add one with + Process.</source>
        <translation>아직 프로세스가 없습니다. + 프로세스로 추가하세요.</translation>
    </message>
    <message>
        <source>%1 has ended. Choose another process or add one.</source>
        <translation>%1 프로세스는 끝났습니다. 다른 프로세스를 고르거나 추가하세요.</translation>
    </message>
    <message>
        <source>%1 is stopped. SIGCONT lets it go on.</source>
        <translation>%1 프로세스는 정지되었습니다. SIGCONT로 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 sleeps in the kernel and takes no other call until it wakes.</source>
        <translation>%1 프로세스는 커널에서 잠들어 있어 깨어날 때까지 다른 호출을 받지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is held: it is about to make this call.</source>
        <translation>%1 프로세스는 호출 직전에 멈춰 있습니다. 곧 이 호출을 합니다.</translation>
    </message>
    <message>
        <source>▶ Play this step</source>
        <translation>▶ 이 단계 재생</translation>
    </message>
    <message>
        <source>Step %1 of the lesson</source>
        <translation>수업의 %1단계</translation>
    </message>
    <message>
        <source>This is step %1 of %2 of the lesson.</source>
        <translation>수업의 전체 %2단계 중 %1단계입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Step %1 of %2 of the lesson begins with this call; %n more line(s) follow.</source>
        <translation>
            <numerusform>수업의 전체 %2단계 중 %1단계가 이 호출로 시작하고, 뒤에 %n줄이 더 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It starts %1.</source>
        <translation>%1 프로세스가 시작됩니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::EventLog</name>
    <message>
        <source>Filter: text of a call, result or remark</source>
        <translation>찾기: 호출, 결과, 설명</translation>
    </message>
    <message>
        <source>Filter the log by text</source>
        <translation>글로 로그 거르기</translation>
    </message>
    <message>
        <source>Filter the log by process</source>
        <translation>프로세스로 로그 거르기</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>모든 프로세스</translation>
    </message>
    <message>
        <source>Filter the log by kind</source>
        <translation>종류로 로그 거르기</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>오류만</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>잠듦</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>외부</translation>
    </message>
    <message>
        <source>Look further back</source>
        <translation>더 이전 보기</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Looking through the journal…</source>
        <translation>기록을 찾는 중…</translation>
    </message>
    <message>
        <source>No event fits the filter. Clear it to see all of them.</source>
        <translation>조건에 맞는 이벤트가 없습니다. 조건을 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>No events yet. Make a call: every call of every process is listed here with its result.</source>
        <translation>아직 이벤트가 없습니다. 호출해 보세요. 모든 프로세스의 모든 호출이 결과와 함께 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>refused by the lab</source>
        <translation>실습실이 거부</translation>
    </message>
    <message>
        <source>took %1 ms</source>
        <translation>%1 ms 걸림</translation>
    </message>
    <message>
        <source>messages sent to queue %1: %2</source>
        <translation>큐 %1에 보낸 메시지: %2개</translation>
    </message>
    <message>
        <source>messages taken from queue %1: %2</source>
        <translation>큐 %1에서 꺼낸 메시지: %2개</translation>
    </message>
    <message>
        <source>queue %1 changed</source>
        <translation>큐 %1 변경됨</translation>
    </message>
    <message>
        <source>queue %1 removed</source>
        <translation>큐 %1 제거됨</translation>
    </message>
    <message>
        <source>queue %1 in another order</source>
        <translation>큐 %1의 순서가 다름</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>asleep in the kernel</source>
        <translation>커널에서 잠듦</translation>
    </message>
    <message>
        <source>process started, pid %1</source>
        <translation>프로세스 시작, pid %1</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>%1 사용자로</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>%1 시그널로 종료됨</translation>
    </message>
    <message>
        <source>exited with %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>changed from outside</source>
        <translation>외부에서 변경됨</translation>
    </message>
    <message>
        <source>an event is missing: its process died while writing it</source>
        <translation>이벤트 하나가 빠짐: 쓰던 프로세스가 죽음</translation>
    </message>
    <message>
        <source>… %1 events came too fast to be listed</source>
        <translation>… 이벤트 %1개는 너무 빨리 와서 생략</translation>
    </message>
    <message>
        <source>stopped by a signal</source>
        <translation>시그널로 멈춤</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>a copy of its parent, made by fork</source>
        <translation>fork로 만든 부모의 복사본</translation>
    </message>
    <message>
        <source>bytes written into segment %1 at +%2: %3</source>
        <translation>세그먼트 %1의 +%2에 쓴 바이트: %3</translation>
    </message>
    <message>
        <source>segment %1 attached</source>
        <translation>세그먼트 %1을(를) 붙임</translation>
    </message>
    <message>
        <source>segment %1 detached</source>
        <translation>세그먼트 %1을(를) 뗌</translation>
    </message>
    <message>
        <source>segment %1 removed</source>
        <translation>세그먼트 %1 제거됨</translation>
    </message>
    <message>
        <source>segment %1 changed</source>
        <translation>세그먼트 %1 변경됨</translation>
    </message>
    <message>
        <source>bytes written into pipe:[%1]: %2</source>
        <translation>pipe:[%1]에 쓴 바이트: %2</translation>
    </message>
    <message>
        <source>bytes read from pipe:[%1]: %2</source>
        <translation>pipe:[%1]에서 읽은 바이트: %2</translation>
    </message>
    <message>
        <source>pipe:[%1] changed</source>
        <translation>pipe:[%1] 변경됨</translation>
    </message>
</context>
<context>
    <name>ipclab::Explain</name>
    <message>
        <source>%1 removed the queue with IPC_RMID while %2 slept in %3.</source>
        <translation>%2 프로세스가 %3에서 잠든 동안 %1 프로세스가 IPC_RMID로 큐를 제거했습니다.</translation>
    </message>
    <message>
        <source>The queue was removed while %1 slept in %2.</source>
        <translation>%1 프로세스가 %2에서 잠든 동안 큐가 제거되었습니다.</translation>
    </message>
    <message>
        <source>Every sleeper wakes with EIDRM; from now on the id %1 gives EINVAL.</source>
        <translation>잠든 프로세스는 모두 EIDRM으로 깨어납니다. 이제 식별자 %1은(는) EINVAL이 됩니다.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%2 프로세스가 보낸 %1</translation>
    </message>
    <message>
        <source>a signal</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>The handler for %1 ran while %2 slept in the kernel, so the call gave up. msgsnd and msgrcv are never started again by the kernel, not even with SA_RESTART: the program has to call again.</source>
        <translation>%2 프로세스가 커널에서 잠든 동안 핸들러가 실행되어(%1) 호출이 중단되었습니다. msgsnd와 msgrcv는 SA_RESTART가 있어도 커널이 다시 시작하지 않으므로 프로그램이 다시 호출해야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no identifier: a queue&apos;s id is 0 or more. -1 is what msgget returns when it fails; check its result.</source>
        <translation>%1은(는) 식별자가 아닙니다. 큐의 식별자는 0 이상입니다. -1은 msgget이 실패했을 때의 반환값이니 결과를 확인하세요.</translation>
    </message>
    <message>
        <source>No queue has the id %1. An id comes from msgget; it is not the key.</source>
        <translation>식별자가 %1인 큐가 없습니다. 식별자는 msgget이 돌려주는 값이며 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The queue that has the key %1 now is another one, with the id %2.</source>
        <translation>지금 키 %1을(를) 가진 큐는 식별자가 %2인 다른 큐입니다.</translation>
    </message>
    <message>
        <source>The queue with the id %1 has been removed. A call that slept on it got EIDRM; one that comes later gets EINVAL.</source>
        <translation>식별자가 %1인 큐는 제거되었습니다. 거기서 잠들어 있던 호출은 EIDRM을, 나중에 온 호출은 EINVAL을 받습니다.</translation>
    </message>
    <message>
        <source>Get the queue again</source>
        <translation>큐를 다시 얻기</translation>
    </message>
    <message>
        <source>The kernel has no memory left for this call.</source>
        <translation>이 호출에 쓸 커널 메모리가 없습니다.</translation>
    </message>
    <message>
        <source>This kernel was built without CONFIG_CHECKPOINT_RESTORE, which MSG_COPY needs.</source>
        <translation>이 커널은 MSG_COPY에 필요한 CONFIG_CHECKPOINT_RESTORE 없이 빌드되었습니다.</translation>
    </message>
    <message>
        <source>The lab refused the call before the kernel saw it: %1. This limit is the lab&apos;s own.</source>
        <translation>커널에 닿기 전에 실습실이 호출을 거부했습니다: %1. 이 제한은 실습실의 것입니다.</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>A program that the kernel does not name</source>
        <translation>커널이 이름을 알려 주지 않는 프로그램</translation>
    </message>
    <message>
        <source>%1 sent %2 to queue %3.</source>
        <translation>%1: 큐 %3에 %2 보냄.</translation>
    </message>
    <message>
        <source>%1 took %2 from queue %3.</source>
        <translation>%1: 큐 %3에서 %2 꺼냄.</translation>
    </message>
    <message>
        <source>%1 removed queue %2.</source>
        <translation>%1: 큐 %2 제거.</translation>
    </message>
    <message>
        <source>%1 changed queue %2 (%3).</source>
        <translation>%1: 큐 %2 변경(%3).</translation>
    </message>
    <message>
        <source>Changed from outside.</source>
        <translation>외부에서 변경됨.</translation>
    </message>
    <message>
        <source>Queue %1 is nearly full: %2 of %3 bytes. A send that does not fit sleeps, or returns EAGAIN with IPC_NOWAIT.</source>
        <translation>큐 %1이(가) 거의 찼습니다: %3바이트 중 %2바이트. 들어가지 않는 송신은 잠들고, IPC_NOWAIT면 EAGAIN으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Why is %1 asleep?</source>
        <translation>%1 프로세스는 왜 잠들었나요?</translation>
    </message>
    <message>
        <source>%1 may change the queue, but %2 is more than msgmnb (16384 unless it was changed; see /proc/sys/kernel/msgmnb). Going beyond it needs CAP_SYS_RESOURCE.</source>
        <translation>%1 사용자는 큐를 바꿀 수 있지만, %2은(는) msgmnb보다 큽니다(기본값 16384, /proc/sys/kernel/msgmnb 참고). 이를 넘으려면 CAP_SYS_RESOURCE가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is for the owner (%2) and the creator (%3) of the queue; %4 is neither. The mode %5 does not matter here: no permission bit allows it.</source>
        <translation>%1은(는) 큐의 소유자(%2)와 만든 사용자(%3)만 할 수 있는데, %4 사용자는 둘 다 아닙니다. 권한 %5은(는) 상관없습니다. 어떤 권한 비트로도 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 can remove it</source>
        <translation>%1 프로세스는 제거할 수 있음</translation>
    </message>
    <message>
        <source>%1 is no command of msgctl. It knows IPC_STAT, IPC_SET and IPC_RMID.</source>
        <translation>%1은(는) msgctl의 명령이 아닙니다. IPC_STAT, IPC_SET, IPC_RMID가 있습니다.</translation>
    </message>
    <message>
        <source>IPC_STAT needs r. Everyone can see the same numbers in /proc/sysvipc/msg.</source>
        <translation>IPC_STAT에는 r가 필요합니다. 같은 값을 /proc/sysvipc/msg에서 누구나 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The queue is gone at once</source>
        <translation>큐가 곧바로 사라졌습니다</translation>
    </message>
    <message>
        <source>, and %1 with it</source>
        <translation>(%1도 함께)</translation>
    </message>
    <message>
        <source>Who slept on it wakes with EIDRM: %1.</source>
        <translation>거기서 잠들어 있던 프로세스는 EIDRM으로 깨어납니다: %1.</translation>
    </message>
    <message>
        <source>The id %1 means nothing any more: the next call with it gets EINVAL.</source>
        <translation>식별자 %1은(는) 이제 의미가 없습니다. 다음에 쓰는 호출은 EINVAL을 받습니다.</translation>
    </message>
    <message>
        <source>msg_qbytes is %1 now, less than the %2 that stand in the queue. They stay; nothing enters until there is room again.</source>
        <translation>msg_qbytes는 이제 %1(으)로, 큐에 있는 %2보다 작습니다. 있던 메시지는 남고, 자리가 다시 날 때까지 아무것도 들어가지 못합니다.</translation>
    </message>
    <message>
        <source>IPC_SET wakes everyone who sleeps on the queue: the kernel checks permission and room again, and who goes on sleeping stands at the end of the line: %1.</source>
        <translation>IPC_SET은 큐에서 잠든 프로세스를 모두 깨웁니다. 커널이 권한과 자리를 다시 검사하고, 계속 잠드는 프로세스는 줄의 맨 뒤로 갑니다: %1.</translation>
    </message>
    <message>
        <source>The queue belongs to %1 now. %2, who created it, keeps the owner&apos;s rights for ever.</source>
        <translation>큐는 이제 %1 사용자의 것입니다. 만든 %2 사용자도 소유자의 권한을 계속 가집니다.</translation>
    </message>
    <message>
        <source>Mode %1, owner %2, msg_qbytes %3: it counts from the next call on, whoever has the id already.</source>
        <translation>권한 %1, 소유자 %2, msg_qbytes %3: 이미 식별자를 가진 프로세스에도 다음 호출부터 적용됩니다.</translation>
    </message>
    <message>
        <source>buf is an address that is not the process&apos;s (%1), so the kernel could not copy the msqid_ds.</source>
        <translation>buf가 프로세스의 주소가 아니어서(%1) 커널이 msqid_ds를 복사하지 못했습니다.</translation>
    </message>
    <message>
        <source>No queue has the key %1, and without IPC_CREAT msgget makes none.</source>
        <translation>키가 %1인 큐가 없고, IPC_CREAT가 없으면 msgget은 큐를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>IPC_EXCL means something only together with IPC_CREAT.</source>
        <translation>IPC_EXCL은 IPC_CREAT와 함께 쓸 때만 의미가 있습니다.</translation>
    </message>
    <message>
        <source>The queue that had it (id %1) was removed.</source>
        <translation>그 키를 가졌던 큐(식별자 %1)는 제거되었습니다.</translation>
    </message>
    <message>
        <source>Add IPC_CREAT</source>
        <translation>IPC_CREAT 추가</translation>
    </message>
    <message>
        <source>A queue with the key %1 exists already</source>
        <translation>키가 %1인 큐가 이미 있습니다</translation>
    </message>
    <message>
        <source> (id %1, made by %2)</source>
        <translation> (식별자 %1, %2 프로세스가 만듦)</translation>
    </message>
    <message>
        <source> (id %1, made by no process of this lab)</source>
        <translation> (식별자 %1, 이 실습실의 프로세스가 만들지 않음)</translation>
    </message>
    <message>
        <source>. IPC_CREAT together with IPC_EXCL asks for a new one or nothing.</source>
        <translation>. IPC_CREAT와 IPC_EXCL을 함께 쓰면 새 큐를 만들거나 실패합니다.</translation>
    </message>
    <message>
        <source>Leave out IPC_EXCL</source>
        <translation>IPC_EXCL 빼기</translation>
    </message>
    <message>
        <source>Ask for no permission bits</source>
        <translation>권한 비트를 요청하지 않기</translation>
    </message>
    <message>
        <source>The queue with the key %1 does not grant all that the mode asks for: %2.</source>
        <translation>키가 %1인 큐는 요청한 권한을 모두 허용하지 않습니다: %2.</translation>
    </message>
    <message>
        <source>The mode %1 asks for %2 (its three classes OR-ed together), so %3 is missing.</source>
        <translation>권한 %1은(는) %2을(를) 요청하므로(세 등급을 OR한 값) %3이(가) 모자랍니다.</translation>
    </message>
    <message>
        <source>No call ever uses x on a queue, but msgget compares it when you ask for it.</source>
        <translation>큐에서 x를 쓰는 호출은 없지만, 요청하면 msgget이 비교합니다.</translation>
    </message>
    <message>
        <source>The IPC namespace holds as many queues as its msgmni allows (the lab sees %1 of them). It is not about disk space: remove a queue with IPC_RMID.</source>
        <translation>IPC 네임스페이스의 큐가 msgmni 한도에 이르렀습니다(실습실에는 %1개가 보임). 디스크 공간과는 상관없습니다. IPC_RMID로 큐를 제거하세요.</translation>
    </message>
    <message>
        <source>Remove queue %1</source>
        <translation>큐 %1 제거</translation>
    </message>
    <message>
        <source>IPC_PRIVATE is the key 0, not a flag: it makes a new queue each time. It is not private either: any process that knows the id %1 may use it, if mode %2 lets it.</source>
        <translation>IPC_PRIVATE는 플래그가 아니라 키 0이며, 매번 새 큐를 만듭니다. 이름과 달리 전용도 아닙니다. 식별자 %1을(를) 아는 프로세스는 권한 %2이(가) 허용하면 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The key is -1, which is what ftok returns when it fails. The kernel takes it as a key like any other (0xffffffff).</source>
        <translation>키 -1은 ftok이 실패했을 때의 반환값입니다. 커널은 이것도 보통 키(0xffffffff)로 받아들입니다.</translation>
    </message>
    <message>
        <source>No mode was given, so it is 0000: nobody may send or receive, not even %1 who owns the queue. IPC_RMID and IPC_SET still work.</source>
        <translation>권한을 주지 않아 0000입니다. 큐를 소유한 %1 사용자까지 아무도 보내거나 받을 수 없습니다. IPC_RMID와 IPC_SET은 됩니다.</translation>
    </message>
    <message>
        <source>The same key, but a new queue with a new id: %1 is gone, this is %2.</source>
        <translation>키는 같지만 식별자가 새로운 새 큐입니다. %1은(는) 사라졌고 이것은 %2입니다.</translation>
    </message>
    <message>
        <source>The id is 0, and that is a valid id: &lt;code&gt;if (id)&lt;/code&gt; would be a bug.</source>
        <translation>식별자 0은 올바른 식별자입니다. &lt;code&gt;if (id)&lt;/code&gt;로 검사하면 버그입니다.</translation>
    </message>
    <message>
        <source>%1 got the id although it may neither send nor receive: without mode bits msgget asks for no permission. The check comes with the first use.</source>
        <translation>%1 프로세스는 보내지도 받지도 못하지만 식별자를 얻었습니다. 권한 비트가 없으면 msgget은 권한을 요청하지 않고, 검사는 처음 쓸 때 합니다.</translation>
    </message>
    <message>
        <source>The queue with the key %1 existed already, so IPC_CREAT made nothing and the mode stays %2.</source>
        <translation>키가 %1인 큐가 이미 있어 IPC_CREAT는 아무것도 만들지 않았고, 권한은 그대로 %2입니다.</translation>
    </message>
    <message>
        <source>The key %1 names the queue with the id %2. The calls take the id, not the key.</source>
        <translation>키 %1은(는) 식별자가 %2인 큐를 가리킵니다. 호출에는 키가 아니라 식별자를 씁니다.</translation>
    </message>
    <message>
        <source>A new queue: the key %1 leads to it, %2 is its id, and its mode is %3. It stays until IPC_RMID, even when %4 ends.</source>
        <translation>새 큐입니다. 키는 %1, 식별자는 %2, 권한은 %3입니다. %4 프로세스가 끝나도 IPC_RMID까지 남습니다.</translation>
    </message>
    <message>
        <source>msgsz is %1. The room in the buffer is 0 bytes or more; the kernel reads a negative one as a huge one.</source>
        <translation>msgsz가 %1입니다. 버퍼의 크기는 0바이트 이상이며, 커널은 음수를 아주 큰 수로 읽습니다.</translation>
    </message>
    <message>
        <source>MSG_COPY and MSG_EXCEPT exclude each other: one reads msgtyp as a position, the other as a type.</source>
        <translation>MSG_COPY와 MSG_EXCEPT는 함께 쓸 수 없습니다. 하나는 msgtyp을 위치로, 하나는 타입으로 읽습니다.</translation>
    </message>
    <message>
        <source>MSG_COPY works only together with IPC_NOWAIT: a copy never waits for a message.</source>
        <translation>MSG_COPY는 IPC_NOWAIT와 함께만 쓸 수 있습니다. 복사는 메시지를 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>Add IPC_NOWAIT</source>
        <translation>IPC_NOWAIT 추가</translation>
    </message>
    <message>
        <source>The message is longer than msgsz (%1), and a copy is never cut short, not even with MSG_NOERROR.</source>
        <translation>메시지가 msgsz(%1)보다 깁니다. 복사는 MSG_NOERROR가 있어도 잘리지 않습니다.</translation>
    </message>
    <message>
        <source>Wait for one</source>
        <translation>올 때까지 기다리기</translation>
    </message>
    <message>
        <source>%1 sends one of type %2</source>
        <translation>%1 프로세스가 타입 %2 보내기</translation>
    </message>
    <message>
        <source>With MSG_COPY msgtyp is a position, counted from 0. The queue holds %1, so there is none at %2.</source>
        <translation>MSG_COPY에서 msgtyp은 0부터 세는 위치입니다. 큐에는 %1가 있으므로 %2번 위치에는 없습니다.</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>큐가 비어 있습니다.</translation>
    </message>
    <message>
        <source>msgrcv with msgtyp %1 takes %2. The queue holds %3.</source>
        <translation>msgtyp이 %1이면 msgrcv는 %2를 꺼냅니다. 큐에는 %3 메시지가 있습니다.</translation>
    </message>
    <message>
        <source>With IPC_NOWAIT msgrcv returns instead of sleeping.</source>
        <translation>IPC_NOWAIT면 msgrcv는 잠들지 않고 돌아옵니다.</translation>
    </message>
    <message>
        <source>The message is longer than msgsz (%1), and MSG_NOERROR is not set. It stays in the queue.</source>
        <translation>메시지가 msgsz(%1)보다 길고 MSG_NOERROR가 없습니다. 메시지는 큐에 남습니다.</translation>
    </message>
    <message>
        <source>%1 slept with room for %2 when a message of %3 came. Without MSG_NOERROR the kernel wakes it with E2BIG, and the message stays in the queue.</source>
        <translation>%1 프로세스가 %2만 받을 수 있는 채로 잠든 동안 %3짜리 메시지가 왔습니다. MSG_NOERROR가 없으면 커널은 E2BIG으로 깨우고 메시지는 큐에 남습니다.</translation>
    </message>
    <message>
        <source>The message that msgtyp %1 selects has %2, and msgsz is %3. Without MSG_NOERROR it stays in the queue.</source>
        <translation>msgtyp %1이(가) 고르는 메시지는 %2인데 msgsz는 %3입니다. MSG_NOERROR가 없으면 메시지는 큐에 남습니다.</translation>
    </message>
    <message>
        <source>A message that would fit stands behind it, but this one blocks the way: the same call fails again.</source>
        <translation>들어갈 메시지가 뒤에 있지만 이 메시지가 앞을 막고 있어, 같은 호출은 다시 실패합니다.</translation>
    </message>
    <message>
        <source>Receive with room for %1</source>
        <translation>%1 크기로 받기</translation>
    </message>
    <message>
        <source>Receiving needs r.</source>
        <translation>수신에는 r가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 changed the mode while %2 slept; the kernel checks again at each wake-up.</source>
        <translation>%2 프로세스가 잠든 동안 %1 프로세스가 권한을 바꾸었습니다. 커널은 깨어날 때마다 다시 검사합니다.</translation>
    </message>
    <message>
        <source>MSG_NOERROR cut the message to %1; the other %2 are lost.</source>
        <translation>MSG_NOERROR가 메시지를 %1로 잘랐고, 나머지 %2는 사라졌습니다.</translation>
    </message>
    <message>
        <source>The buffer is full to the last of its %1. If the message was longer, MSG_NOERROR cut it, and the rest is lost.</source>
        <translation>버퍼 %1가 끝까지 찼습니다. 메시지가 더 길었다면 MSG_NOERROR가 잘랐고 나머지는 사라졌습니다.</translation>
    </message>
    <message>
        <source>MSG_EXCEPT means nothing with a msgtyp of 0 or less: the kernel ignored it.</source>
        <translation>msgtyp이 0 이하이면 MSG_EXCEPT는 의미가 없어 커널이 무시했습니다.</translation>
    </message>
    <message>
        <source>msgtyp %1 takes %2, in this case type %3, wherever it stands.</source>
        <translation>msgtyp이 %1이면 %2를 꺼냅니다. 이번에는 타입 %3이며, 어디에 있든 꺼냅니다.</translation>
    </message>
    <message>
        <source>MSG_COPY copied the message at position %1 and changed nothing: it still stands in the queue, and msg_lrpid and msg_rtime are as before.</source>
        <translation>MSG_COPY는 %1번 위치의 메시지를 복사만 했습니다. 메시지는 큐에 그대로 있고 msg_lrpid와 msg_rtime도 그대로입니다.</translation>
    </message>
    <message>
        <source>msgtyp %1 took %2. The others stay, in their order.</source>
        <translation>msgtyp %1(으)로 %2를 꺼냈습니다. 나머지는 순서대로 남습니다.</translation>
    </message>
    <message>
        <source>The kernel copied %1 of type %2 into %3&apos;s buffer and took the message out of the queue. No one else can receive it again.</source>
        <translation>커널이 타입 %2의 메시지 %1를 %3 프로세스의 버퍼에 복사하고 큐에서 꺼냈습니다. 이제 아무도 그 메시지를 다시 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>The kernel had already taken the message out of the queue when it could not copy it to the address %1. &lt;b&gt;The message is destroyed&lt;/b&gt;: nobody can receive it any more.</source>
        <translation>커널은 메시지를 이미 큐에서 꺼낸 뒤에 주소 %1에 복사하지 못했습니다. &lt;b&gt;메시지는 사라졌고&lt;/b&gt; 이제 아무도 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>msgsz is %1. The size of mtext in bytes is 0 or more; the kernel reads a negative one as a huge one.</source>
        <translation>msgsz가 %1입니다. mtext의 크기는 0바이트 이상이며, 커널은 음수를 아주 큰 수로 읽습니다.</translation>
    </message>
    <message>
        <source>mtype is %1, but a message&apos;s type is at least 1: 0 and negative numbers have a meaning of their own in msgrcv.</source>
        <translation>mtype이 %1이지만 메시지의 타입은 1 이상이어야 합니다. 0과 음수는 msgrcv에서 따로 쓰입니다.</translation>
    </message>
    <message>
        <source>Send it with type 1</source>
        <translation>타입 1로 보내기</translation>
    </message>
    <message>
        <source>msgsz is %1, more than msgmax allows for one message (8192 unless it was changed; see /proc/sys/kernel/msgmax).</source>
        <translation>msgsz %1은(는) 메시지 하나의 한도인 msgmax보다 큽니다(기본값 8192, /proc/sys/kernel/msgmax 참고).</translation>
    </message>
    <message>
        <source>Raise msg_qbytes to %1</source>
        <translation>msg_qbytes를 %1(으)로 늘리기</translation>
    </message>
    <message>
        <source>%1 receives one</source>
        <translation>%1 프로세스가 하나 받기</translation>
    </message>
    <message>
        <source>Wait for room</source>
        <translation>자리가 날 때까지 기다리기</translation>
    </message>
    <message>
        <source>With IPC_NOWAIT msgsnd returns instead of sleeping.</source>
        <translation>IPC_NOWAIT면 msgsnd는 잠들지 않고 돌아옵니다.</translation>
    </message>
    <message>
        <source>The message has %1, more than msg_qbytes (%2): it never fits, not even into the empty queue. Without IPC_NOWAIT msgsnd would sleep for ever.</source>
        <translation>메시지 크기(%1)가 msg_qbytes(%2)보다 커서 빈 큐에도 들어갈 수 없습니다. IPC_NOWAIT가 없으면 msgsnd는 영원히 잠듭니다.</translation>
    </message>
    <message>
        <source>The queue holds %1 of %2 bytes, so %3 more do not fit.</source>
        <translation>큐는 %2바이트 중 %1바이트가 차 있어 %3바이트가 더 들어가지 못합니다.</translation>
    </message>
    <message>
        <source>msg_qbytes limits the number of messages, too: %1 of at most %2 stand in the queue.</source>
        <translation>msg_qbytes는 메시지의 개수도 제한합니다. 최대 %2개 중 %1개가 큐에 있습니다.</translation>
    </message>
    <message>
        <source>Sending needs w.</source>
        <translation>송신에는 w가 필요합니다.</translation>
    </message>
    <message>
        <source>The message never stood in the queue: %1 already slept in msgrcv, so the kernel handed it over. It goes to the first sleeper that accepts it; msg_qnum does not change.</source>
        <translation>메시지는 큐에 들어가지 않았습니다. %1 프로세스가 이미 msgrcv에서 잠들어 있어 커널이 바로 건네주었습니다. 받을 수 있는 첫 번째 잠든 프로세스에게 가며 msg_qnum은 변하지 않습니다.</translation>
    </message>
    <message>
        <source>msgsz is %1 but the text has %2: the kernel copied what lies behind it, too. msgsz counts mtext alone, without mtype; sizeof(struct msgbuf) is too much.</source>
        <translation>msgsz는 %1인데 본문은 %2입니다. 커널은 그 뒤에 있는 것까지 복사했습니다. msgsz는 mtype을 뺀 mtext만의 크기이므로 sizeof(struct msgbuf)는 너무 큽니다.</translation>
    </message>
    <message>
        <source>Not one byte is free, yet an empty message still enters: it needs no byte, and with %1 of at most %2 messages the count is not reached.</source>
        <translation>한 바이트도 남지 않았지만 빈 메시지는 들어갑니다. 바이트가 필요 없고, 메시지 수도 최대 %2개 중 %1개라 한도에 이르지 않았습니다.</translation>
    </message>
    <message>
        <source>The kernel copied %1 to the tail of the queue. %2 may change its buffer or end now: the copy stays.</source>
        <translation>커널이 %1를 큐의 맨 뒤에 복사했습니다. 이제 %2 프로세스가 버퍼를 바꾸거나 끝나도 복사본은 남습니다.</translation>
    </message>
    <message>
        <source>msgp is an address that is not the process&apos;s (%1), so the kernel could not copy the message from it. Nothing was sent.</source>
        <translation>msgp가 프로세스의 주소가 아니어서(%1) 커널이 메시지를 복사하지 못했습니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 owns the queue, so the &lt;b&gt;owner&lt;/b&gt; bits of %2 apply: %3.</source>
        <translation>%1 사용자는 큐의 소유자이므로 %2의 &lt;b&gt;소유자(owner)&lt;/b&gt; 비트가 적용됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 created the queue and keeps the owner&apos;s rights for ever, so the &lt;b&gt;owner&lt;/b&gt; bits of %2 apply: %3.</source>
        <translation>%1 사용자는 큐를 만들어 소유자의 권한을 계속 가지므로 %2의 &lt;b&gt;소유자(owner)&lt;/b&gt; 비트가 적용됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 is not the owner %2 but in the queue&apos;s group, so the &lt;b&gt;group&lt;/b&gt; bits of %3 apply: %4.</source>
        <translation>%1 사용자는 소유자 %2이(가) 아니지만 큐의 그룹에 속하므로 %3의 &lt;b&gt;그룹(group)&lt;/b&gt; 비트가 적용됩니다: %4.</translation>
    </message>
    <message>
        <source>%1 is neither the owner %2 nor the creator %3 nor in their groups, so the &lt;b&gt;other&lt;/b&gt; bits of %4 apply: %5.</source>
        <translation>%1 사용자는 소유자 %2도, 만든 사용자 %3도, 그들의 그룹도 아니므로 %4의 &lt;b&gt;기타(other)&lt;/b&gt; 비트가 적용됩니다: %5.</translation>
    </message>
    <message>
        <source>%1 is neither the owner %2 nor in the queue&apos;s group, so the &lt;b&gt;other&lt;/b&gt; bits of %3 apply: %4.</source>
        <translation>%1 사용자는 소유자 %2도 아니고 큐의 그룹에도 속하지 않으므로 %3의 &lt;b&gt;기타(other)&lt;/b&gt; 비트가 적용됩니다: %4.</translation>
    </message>
    <message>
        <source>%1 can IPC_SET %2</source>
        <translation>%1 프로세스가 IPC_SET으로 %2 설정</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list: A, B and C</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>uid %1</source>
        <translation>uid %1</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1바이트</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>메시지 1개</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>메시지 %1개</translation>
    </message>
    <message>
        <source>types %1 and others</source>
        <translation>타입 %1 등</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>타입 %1</translation>
    </message>
    <message>
        <source>types %1</source>
        <translation>타입 %1</translation>
    </message>
    <message>
        <source>a copy of message number %1</source>
        <translation>복사한 %1번 메시지</translation>
    </message>
    <message>
        <source>the first message of any type</source>
        <translation>타입과 상관없이 첫 번째 메시지</translation>
    </message>
    <message>
        <source>the first message of the lowest type up to %1</source>
        <translation>%1 이하의 가장 작은 타입 중 첫 번째 메시지</translation>
    </message>
    <message>
        <source>the first message whose type is not %1</source>
        <translation>타입이 %1이(가) 아닌 첫 번째 메시지</translation>
    </message>
    <message>
        <source>the first message of type %1</source>
        <translation>타입이 %1인 첫 번째 메시지</translation>
    </message>
    <message>
        <source>Signal 0 is only a question: %1 exists, and %2 may send it signals.</source>
        <translation>시그널 0은 확인일 뿐입니다. %1 프로세스가 있고, %2 프로세스가 시그널을 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 ended %2. Its descriptors and attachments went with it; its queues and segments stay: they belong to the kernel.</source>
        <translation>%2 프로세스를 %1(으)로 종료했습니다. 디스크립터와 붙인 세그먼트는 함께 놓았고, 큐와 세그먼트 자체는 남습니다. 커널의 것이기 때문입니다.</translation>
    </message>
    <message>
        <source>%1 slept in the kernel; the handler for %2 ran, and the call returned EINTR.</source>
        <translation>%1 프로세스가 커널에서 잠든 동안 %2 핸들러가 실행되어 호출이 EINTR로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>%1 was sent to %2.</source>
        <translation>%2 프로세스에 %1을(를) 보냈습니다.</translation>
    </message>
    <message>
        <source>No process has the pid %1 (any more).</source>
        <translation>pid가 %1인 프로세스가 없습니다(더는 없을 수도 있음).</translation>
    </message>
    <message>
        <source>%1 may signal only processes of the same user; %2 runs as %3.</source>
        <translation>%1 사용자는 같은 사용자의 프로세스에만 시그널을 보낼 수 있습니다. %2: 사용자 %3.</translation>
    </message>
    <message>
        <source>another user</source>
        <translation>다른 사용자</translation>
    </message>
    <message>
        <source>%1 is no signal: they count from 1 to 64.</source>
        <translation>%1은(는) 시그널이 아닙니다. 시그널 번호는 1부터 64까지입니다.</translation>
    </message>
    <message>
        <source>%1 can be neither caught nor ignored.</source>
        <translation>%1은(는) 잡을 수도 무시할 수도 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no signal.</source>
        <translation>%1은(는) 시그널이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is caught now. SA_RESTART starts many calls again after the handler, but never msgsnd and msgrcv: those return EINTR.</source>
        <translation>이제 %1을(를) 잡습니다. SA_RESTART는 핸들러 뒤에 많은 호출을 다시 시작하지만 msgsnd와 msgrcv는 예외로 EINTR로 돌아옵니다.</translation>
    </message>
    <message>
        <source>%1 is caught now: its handler runs, and a call that sleeps returns EINTR.</source>
        <translation>이제 %1을(를) 잡습니다. 핸들러가 실행되고, 잠든 호출은 EINTR로 돌아옵니다.</translation>
    </message>
    <message>
        <source>%1 has its default effect again.</source>
        <translation>%1은(는) 다시 기본 동작을 합니다.</translation>
    </message>
    <message>
        <source>%1 is ignored now.</source>
        <translation>이제 %1을(를) 무시합니다.</translation>
    </message>
    <message>
        <source>so the kernel puts %1 to sleep.</source>
        <translation>그래서 커널이 %1 프로세스를 잠재웁니다.</translation>
    </message>
    <message>
        <source>msgrcv with msgtyp %1 takes %2.</source>
        <translation>msgtyp이 %1이면 msgrcv는 %2를 꺼냅니다.</translation>
    </message>
    <message>
        <source>The queue is empty, %1</source>
        <translation>큐가 비어 있습니다. %1</translation>
    </message>
    <message>
        <source>The queue holds %1, %2</source>
        <translation>큐에는 %1 메시지가 있습니다. %2</translation>
    </message>
    <message>
        <source>Send a message of type %1, set IPC_NOWAIT, or press IPC_RMID and watch.</source>
        <translation>타입 %1의 메시지를 보내거나, IPC_NOWAIT를 켜거나, IPC_RMID를 누르고 지켜보세요.</translation>
    </message>
    <message>
        <source>Send a message that it takes, set IPC_NOWAIT, or press IPC_RMID and watch.</source>
        <translation>받을 수 있는 메시지를 보내거나, IPC_NOWAIT를 켜거나, IPC_RMID를 누르고 지켜보세요.</translation>
    </message>
    <message>
        <source>The message has %1, more than msg_qbytes (%2): it never fits, not even into the empty queue, %3 That is no error for the kernel. Only a larger msg_qbytes, IPC_RMID or a signal ends it.</source>
        <translation>메시지 크기(%1)가 msg_qbytes(%2)보다 커서 빈 큐에도 들어갈 수 없습니다. %3 커널에게 이것은 오류가 아닙니다. 더 큰 msg_qbytes, IPC_RMID 또는 시그널만이 끝낼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 raises msg_qbytes to %2</source>
        <translation>%1 프로세스가 msg_qbytes를 %2(으)로 늘리기</translation>
    </message>
    <message>
        <source>The queue holds %1 of %2 bytes and %3 more do not fit, %4 It goes on when someone receives enough; a smaller message may overtake it.</source>
        <translation>큐는 %2바이트 중 %1바이트가 차 있어 %3바이트가 더 들어가지 못합니다. %4 누군가 충분히 받으면 계속됩니다. 더 작은 메시지가 앞지를 수도 있습니다.</translation>
    </message>
    <message>
        <source>msg_qbytes limits the number of messages, too, and %1 of at most %2 stand in the queue, %3 It goes on when someone receives one.</source>
        <translation>msg_qbytes는 메시지의 개수도 제한하는데, 최대 %2개 중 %1개가 큐에 있습니다. %3 누군가 하나를 받으면 계속됩니다.</translation>
    </message>
    <message>
        <source>%1: %2(…) sleeps</source>
        <translation>%1: %2(…) 잠듦</translation>
    </message>
    <message>
        <source>%1 sleeps in %2 until the kernel wakes it.</source>
        <translation>%1 프로세스는 커널이 깨울 때까지 %2에서 잠들어 있습니다.</translation>
    </message>
    <message>
        <source>Get the queue with the key %1</source>
        <translation>키가 %1인 큐 얻기</translation>
    </message>
    <message>
        <source>Insist on a new one: IPC_EXCL</source>
        <translation>새 큐만 만들기: IPC_EXCL</translation>
    </message>
    <message>
        <source>Make a queue with the key 1234</source>
        <translation>키가 1234인 큐 만들기</translation>
    </message>
    <message>
        <source>Look for one that is not there</source>
        <translation>없는 큐 찾아보기</translation>
    </message>
    <message>
        <source>What would msgtyp -%1 take?</source>
        <translation>msgtyp -%1은(는) 무엇을 꺼낼까요?</translation>
    </message>
    <message>
        <source>Receive it with room for 2 bytes only</source>
        <translation>2바이트 크기로만 받기</translation>
    </message>
    <message>
        <source>Receive from the empty queue: sleep</source>
        <translation>빈 큐에서 받기: 잠듦</translation>
    </message>
    <message>
        <source>Receive from the empty queue, with IPC_NOWAIT</source>
        <translation>빈 큐에서 IPC_NOWAIT로 받기</translation>
    </message>
    <message>
        <source>Send the type %1 that %2 waits for</source>
        <translation>%2 프로세스가 기다리는 타입 %1 보내기</translation>
    </message>
    <message>
        <source>Remove the queue while %1 sleeps</source>
        <translation>%1 프로세스가 잠든 동안 큐 제거</translation>
    </message>
    <message>
        <source>Send a message of type 3</source>
        <translation>타입 3 메시지 보내기</translation>
    </message>
    <message>
        <source>Send without permission</source>
        <translation>권한 없이 보내기</translation>
    </message>
    <message>
        <source>What does the kernel say? IPC_STAT</source>
        <translation>커널은 뭐라고 할까? IPC_STAT</translation>
    </message>
    <message>
        <source>%1 was killed by %2.</source>
        <translation>%1: %2 시그널로 종료됨.</translation>
    </message>
    <message>
        <source>%1 exited with %2.</source>
        <translation>%1: 종료 코드 %2(으)로 끝남.</translation>
    </message>
    <message>
        <source>It was inside %1, which never returned.</source>
        <translation>%1 호출 중이었으며, 그 호출은 반환하지 못했습니다.</translation>
    </message>
    <message>
        <source>A queue belongs to no process: it stays, and its messages with it, until IPC_RMID.</source>
        <translation>큐는 어느 프로세스의 것도 아닙니다. IPC_RMID로 없앨 때까지 메시지와 함께 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Nothing runs yet. Next step plays a lesson&apos;s first step; + Process starts a process of your own.</source>
        <translation>아직 실행 중인 프로세스가 없습니다. 다음 단계를 누르면 수업의 첫 단계가 실행되고, + 프로세스를 누르면 새 프로세스를 시작합니다.</translation>
    </message>
    <message>
        <source>It used the address %1, where nothing is mapped: never attached, or detached already.</source>
        <translation>%1 주소를 썼는데 거기에는 아무것도 매핑되어 있지 않습니다. 붙인 적이 없거나 이미 뗀 것입니다.</translation>
    </message>
    <message>
        <source>It used +%1 of the segment, behind its last page. The segment has %2; the rest of a page may be used, the next page is nobody&apos;s.</source>
        <translation>세그먼트의 +%1 위치를 썼는데 마지막 페이지 뒤입니다. 세그먼트는 %2입니다. 페이지의 나머지는 쓸 수 있지만 다음 페이지는 누구의 것도 아닙니다.</translation>
    </message>
    <message>
        <source>It wrote at +%1 of a segment that it has attached read-only. A store is no system call and has no result: the processor refuses, and the kernel sends SIGSEGV.</source>
        <translation>읽기 전용으로 붙인 세그먼트의 +%1 위치에 썼습니다. 저장은 시스템 호출이 아니어서 결과가 없습니다. 프로세서가 거부하고 커널이 SIGSEGV를 보냅니다.</translation>
    </message>
    <message>
        <source>It used the address %1, +%2 of the segment, in a way that its mapping forbids.</source>
        <translation>주소 %1(세그먼트의 +%2 위치)에 매핑이 허락하지 않는 방식으로 접근했습니다.</translation>
    </message>
    <message>
        <source>It wrote into a pipe whose read ends are all closed. Without a handler SIGPIPE kills, and no error is ever seen.</source>
        <translation>읽기 끝이 모두 닫힌 파이프에 썼습니다. 핸들러가 없으면 SIGPIPE가 프로세스를 죽이고, 오류는 보이지도 않습니다.</translation>
    </message>
    <message>
        <source>Its attachments are gone; the segment belongs to no process and stays, with all that is in it, until IPC_RMID.</source>
        <translation>이 프로세스의 연결은 없어졌지만, 세그먼트는 어느 프로세스의 것도 아니어서 IPC_RMID까지 내용과 함께 남습니다.</translation>
    </message>
    <message>
        <source>It is a zombie now: a row in the kernel&apos;s table, until %1 waits for it.</source>
        <translation>이제 좀비입니다. %1 프로세스가 wait로 거둘 때까지 커널의 표에 한 줄로 남습니다.</translation>
    </message>
    <message>
        <source>Nothing is called %1 in the lab&apos;s scratch folder.</source>
        <translation>실습실의 작업 폴더에 ‘%1’ 이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>‘%1’ 이름이 이미 있습니다.</translation>
    </message>
    <message>
        <source>The mode bits of %1 do not let %2 do that. For a FIFO the umask has taken bits away from the mode, too.</source>
        <translation>‘%1’의 권한 비트가 %2 프로세스에게 그것을 허락하지 않습니다. FIFO라면 umask도 권한에서 비트를 뺐습니다.</translation>
    </message>
    <message>
        <source>Only the owner of %1 may do that.</source>
        <translation>‘%1’의 소유자만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Descriptor %1 leads to the file %2.</source>
        <translation>디스크립터 %1번은 ‘%2’ 파일을 가리킵니다.</translation>
    </message>
    <message>
        <source>O_RDWR never waits on a FIFO: the process is its own partner. The end of the file will never come as long as it is open.</source>
        <translation>O_RDWR는 FIFO에서 기다리지 않습니다. 자기 자신이 상대입니다. 열려 있는 동안은 파일 끝(EOF)이 오지 않습니다.</translation>
    </message>
    <message>
        <source>Both sides are there, so both opens returned. From here on it is a pipe like any other; the name only served to meet.</source>
        <translation>양쪽이 다 있으니 두 open이 모두 돌아왔습니다. 여기부터는 여느 파이프와 같습니다. 이름은 만나는 데만 쓰였습니다.</translation>
    </message>
    <message>
        <source>Nobody has the FIFO %1 open for reading, and with O_NONBLOCK a writer does not wait. A reader would have been let in alone.</source>
        <translation>FIFO ‘%1’을(를) 읽기용으로 연 프로세스가 없고, O_NONBLOCK이면 쓰는 쪽은 기다리지 않습니다. 읽는 쪽이었다면 혼자서도 열렸을 것입니다.</translation>
    </message>
    <message>
        <source>Nothing is called %1 in the lab&apos;s scratch folder. O_CREAT makes a file, mkfifo makes a FIFO.</source>
        <translation>실습실의 작업 폴더에 ‘%1’ 이름이 없습니다. O_CREAT는 파일을, mkfifo는 FIFO를 만듭니다.</translation>
    </message>
    <message>
        <source>%1 is a name in the file system, and nothing more yet: the pipe behind it comes with the first open, and its data never lie on the disk.</source>
        <translation>‘%1’은(는) 아직 파일 시스템의 이름일 뿐입니다. 그 뒤의 파이프는 처음 열 때 생기고, 데이터는 디스크에 놓이지 않습니다.</translation>
    </message>
    <message>
        <source>%1 and %2 are two names of one inode now: ftok makes the same key of both.</source>
        <translation>‘%1’과(와) ‘%2’은(는) 이제 한 inode의 두 이름입니다. ftok은 둘에서 같은 키를 만듭니다.</translation>
    </message>
    <message>
        <source>%1 leads to %2. ftok follows it and makes the same key.</source>
        <translation>‘%1’은(는) ‘%2’ 파일로 이어집니다. ftok은 그것을 따라가서 같은 키를 만듭니다.</translation>
    </message>
    <message>
        <source>%1 is called %2 now. The inode is the same, and so is its key.</source>
        <translation>‘%1’의 이름은 이제 ‘%2’입니다. inode가 같으니 키도 같습니다.</translation>
    </message>
    <message>
        <source>The mode of %1 has changed. ftok does not care: it never opens the file.</source>
        <translation>‘%1’의 권한이 바뀌었습니다. ftok은 파일을 열지 않으니 상관없습니다.</translation>
    </message>
    <message>
        <source>ftok asks for the file&apos;s inode, and there is no such file. It returned -1, which msgget would take as a key like any other (0xffffffff): a program has to look at the result.</source>
        <translation>ftok은 파일의 inode를 묻는데 그런 파일이 없습니다. -1을 돌려주었고, msgget은 그것도 여느 키처럼 받습니다(0xffffffff). 프로그램은 결과를 확인해야 합니다.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>파일 만들기</translation>
    </message>
    <message>
        <source>The key is made of 8 bits of the id (%1), 8 of the device (%2) and 16 of the inode (%3). What is in the file, its name and its mode do not count.</source>
        <translation>키는 id의 8비트(%1), 장치의 8비트(%2), inode의 16비트(%3)로 만듭니다. 파일의 내용, 이름, 권한은 상관없습니다.</translation>
    </message>
    <message>
        <source>ftok could not ask for the file&apos;s inode. A folder on the way to it may not be searched by %1.</source>
        <translation>ftok이 파일의 inode를 물을 수 없었습니다. 경로에 %1 프로세스가 지나갈 수 없는 폴더가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the lowest 8 bits of the id count: %1 gives the same key as %2.</source>
        <translation>id는 아래 8비트만 쓰입니다. %1에서도 %2에서도 같은 키가 나옵니다.</translation>
    </message>
    <message>
        <source>%1 and %2 are two files, and have the same key: the lower 16 bits of their inodes are equal, and no more of them count. Two programs that never heard of each other would share their queue.</source>
        <translation>‘%1’과(와) ‘%2’은(는) 서로 다른 파일인데 키가 같습니다. inode의 아래 16비트가 같고, 그보다 위는 쓰이지 않습니다. 서로 모르는 두 프로그램이 같은 큐를 쓰게 됩니다.</translation>
    </message>
    <message>
        <source>The same path, but another inode than before (%1, now %2), and so another key. What was made with the old key is still there, and nobody finds it by the new one.</source>
        <translation>경로는 같지만 inode가 전과 다르고(%1, 지금은 %2), 그래서 키도 다릅니다. 옛 키로 만든 것은 아직 있지만 새 키로는 찾지 못합니다.</translation>
    </message>
    <message>
        <source>%1 added %2 together, and none was lost: they hardly ran at the same time. Try it with more rounds.</source>
        <translation>%1 프로세스가 모두 %2번 더했고 하나도 사라지지 않았습니다. 거의 동시에 실행되지 않은 것입니다. 횟수를 늘려 보세요.</translation>
    </message>
    <message>
        <source>%1 read its own memory, and that is the segment: no call, no copy through the kernel.</source>
        <translation>%1 프로세스는 자기 메모리를 읽었고, 그것이 곧 세그먼트입니다. 호출도, 커널을 거치는 복사도 없습니다.</translation>
    </message>
    <message>
        <source>The bytes are in the segment, where each process that has attached it sees them at once. The kernel took no part: no call, no copy, and nobody was woken.</source>
        <translation>바이트는 이제 세그먼트에 있고, 붙인 프로세스는 모두 바로 봅니다. 커널은 끼어들지 않았습니다. 호출도 복사도 없고, 아무도 깨우지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 wrote %2 into segment %3, at +%4.</source>
        <translation>%1: %2를 세그먼트 %3의 +%4에 썼습니다.</translation>
    </message>
    <message>
        <source>%1 attached segment %2.</source>
        <translation>%1: 세그먼트 %2을(를) 붙였습니다.</translation>
    </message>
    <message>
        <source>%1 detached segment %2.</source>
        <translation>%1: 세그먼트 %2을(를) 뗐습니다.</translation>
    </message>
    <message>
        <source>%1 removed segment %2.</source>
        <translation>%1: 세그먼트 %2을(를) 제거했습니다.</translation>
    </message>
    <message>
        <source>%1 changed segment %2 (%3).</source>
        <translation>%1: 세그먼트 %2을(를) 바꾸었습니다(%3).</translation>
    </message>
    <message>
        <source>%1 wrote %2 into the FIFO.</source>
        <translation>%1: %2를 FIFO에 썼습니다.</translation>
    </message>
    <message>
        <source>%1 read %2 from the FIFO.</source>
        <translation>%1: %2를 FIFO에서 읽었습니다.</translation>
    </message>
    <message>
        <source>%1 changed the pipe (%2).</source>
        <translation>%1: 파이프를 바꾸었습니다(%2).</translation>
    </message>
    <message>
        <source>That was the last write end of %1: %2 will read what is left in it (%3), and then the end of the file.</source>
        <translation>%1의 마지막 쓰기 끝이었습니다. 읽는 쪽(%2)은 남은 것(%3)을 읽고, 그다음 파일 끝(EOF)을 봅니다.</translation>
    </message>
    <message>
        <source>That was the last read end of %1: whoever writes now, %2, gets SIGPIPE.</source>
        <translation>%1의 마지막 읽기 끝이었습니다. 이제 쓰는 쪽(%2)은 SIGPIPE를 받습니다.</translation>
    </message>
    <message>
        <source>Descriptor %1 is free again.</source>
        <translation>디스크립터 %1번이 다시 비었습니다.</translation>
    </message>
    <message>
        <source>That was the last descriptor of %1, and with it the pipe is gone.</source>
        <translation>%1의 마지막 디스크립터였고, 파이프도 함께 사라졌습니다.</translation>
    </message>
    <message>
        <source>The pipe has %1 bytes now: the kernel rounds up to a power of two of pages.</source>
        <translation>파이프는 이제 %1바이트입니다. 커널은 페이지 수를 2의 거듭제곱으로 올립니다.</translation>
    </message>
    <message>
        <source>More slots are in use than %1 bytes would have. It is the slots that count, not the bytes in them.</source>
        <translation>%1바이트가 가질 칸보다 많은 칸이 쓰이고 있습니다. 안에 든 바이트가 아니라 칸을 셉니다.</translation>
    </message>
    <message>
        <source>%1 is more than /proc/sys/fs/pipe-max-size allows without CAP_SYS_RESOURCE.</source>
        <translation>%1은(는) CAP_SYS_RESOURCE 없이 /proc/sys/fs/pipe-max-size가 허락하는 것보다 큽니다.</translation>
    </message>
    <message>
        <source>O_NONBLOCK and O_DIRECT live in the open file description, not in the descriptor: all %1 descriptors that share it have changed, those of other processes too.</source>
        <translation>O_NONBLOCK과 O_DIRECT는 디스크립터가 아니라 열린 파일 기술(open file description)에 있습니다. 그것을 함께 쓰는 디스크립터 %1개가 모두 바뀌었고, 다른 프로세스의 것도 그렇습니다.</translation>
    </message>
    <message>
        <source>pipe2 takes O_CLOEXEC, O_NONBLOCK and O_DIRECT, and no other flag.</source>
        <translation>pipe2는 O_CLOEXEC, O_NONBLOCK, O_DIRECT만 받습니다.</translation>
    </message>
    <message>
        <source>A new pipe: descriptor %1 is its read end, %2 its write end. It has no name: a process can use it only if it gets a descriptor, as a child does by fork.</source>
        <translation>새 파이프입니다. 디스크립터 %1번이 읽기 끝, %2번이 쓰기 끝입니다. 이름이 없어서, fork로 태어난 자식처럼 디스크립터를 받은 프로세스만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is no open descriptor of %2.</source>
        <translation>%1은(는) %2 프로세스의 열린 디스크립터가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 leads to the same open file description as %2 now. Closing one of them leaves the other open.</source>
        <translation>디스크립터 %1번은 이제 %2번과 같은 열린 파일 기술(open file description)을 가리킵니다. 하나를 닫아도 다른 하나는 열려 있습니다.</translation>
    </message>
    <message>
        <source>A pipe has no position: bytes go in at one end and out at the other.</source>
        <translation>파이프에는 위치가 없습니다. 바이트는 한쪽 끝으로 들어가 다른 쪽 끝으로 나옵니다.</translation>
    </message>
    <message>
        <source>%1 (descriptor %2)</source>
        <translation>%1(디스크립터 %2)</translation>
    </message>
    <message>
        <source>the pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>the FIFO %1</source>
        <translation>FIFO %1</translation>
    </message>
    <message>
        <source>Nothing lies in %1, and the only write end that is still open is %2&apos;s own: %3. So it waits for itself, for ever. The end of the file comes when all write ends are closed: %2 forgot to close its own.</source>
        <translation>%1에는 아무것도 없고, 아직 열린 쓰기 끝은 %2 프로세스 자신의 것뿐입니다: %3. 그래서 자기 자신을 영원히 기다립니다. 파일 끝(EOF)은 쓰기 끝이 모두 닫혀야 오는데, %2 프로세스가 자기 것을 닫는 것을 잊었습니다.</translation>
    </message>
    <message>
        <source>Nothing lies in %1, so the kernel puts %2 to sleep. %3 can still write: it wakes when bytes come, or when all of them have closed their write ends.</source>
        <translation>%1에는 아무것도 없어서 커널이 %2 프로세스를 잠재웁니다. %3 프로세스가 아직 쓸 수 있습니다. 바이트가 오거나, 모두가 쓰기 끝을 닫으면 깨어납니다.</translation>
    </message>
    <message>
        <source>%1 writes hello</source>
        <translation>%1: hello 쓰기</translation>
    </message>
    <message>
        <source>%1 of %2 page slots are in use (%3), so the kernel puts %4 to sleep until a page was read to its end.</source>
        <translation>페이지 칸 %2개 중 %1개가 쓰이고 있어서(%3), 한 페이지를 끝까지 읽을 때까지 커널이 %4 프로세스를 잠재웁니다.</translation>
    </message>
    <message>
        <source>%1 reads a page</source>
        <translation>%1: 한 페이지 읽기</translation>
    </message>
    <message>
        <source>The FIFO %1 opens when both sides are there, and nobody has it open for reading yet. So open itself puts %2 to sleep.</source>
        <translation>FIFO ‘%1’은(는) 양쪽이 다 있어야 열리는데, 아직 읽기용으로 연 프로세스가 없습니다. 그래서 %2 프로세스는 open에서부터 잠듭니다.</translation>
    </message>
    <message>
        <source>The FIFO %1 opens when both sides are there, and nobody has it open for writing yet. So open itself puts %2 to sleep.</source>
        <translation>FIFO ‘%1’은(는) 양쪽이 다 있어야 열리는데, 아직 쓰기용으로 연 프로세스가 없습니다. 그래서 %2 프로세스는 open에서부터 잠듭니다.</translation>
    </message>
    <message>
        <source>%1 opens the other side</source>
        <translation>%1: 다른 쪽 열기</translation>
    </message>
    <message>
        <source>%1 waits for a child to end: %2. Until then wait sleeps.</source>
        <translation>%1 프로세스는 자식이 끝나기를 기다립니다: %2. 그때까지 wait에서 잠듭니다.</translation>
    </message>
    <message>
        <source>Write although nobody reads: SIGPIPE</source>
        <translation>아무도 읽지 않는데 쓰기: SIGPIPE</translation>
    </message>
    <message>
        <source>Ignore SIGPIPE first</source>
        <translation>먼저 SIGPIPE 무시하기</translation>
    </message>
    <message>
        <source>Write two bytes</source>
        <translation>두 바이트 쓰기</translation>
    </message>
    <message>
        <source>Read what is there</source>
        <translation>있는 것 읽기</translation>
    </message>
    <message>
        <source>Close the write end: who still holds one?</source>
        <translation>쓰기 끝 닫기: 누가 아직 가지고 있나?</translation>
    </message>
    <message>
        <source>Close the read end</source>
        <translation>읽기 끝 닫기</translation>
    </message>
    <message>
        <source>Fill it: 2049 bytes at a time</source>
        <translation>2049바이트씩 채우기</translation>
    </message>
    <message>
        <source>Close the last end of this process</source>
        <translation>이 프로세스의 마지막 끝 닫기</translation>
    </message>
    <message>
        <source>Read from the empty pipe</source>
        <translation>빈 파이프에서 읽기</translation>
    </message>
    <message>
        <source>Open the FIFO for writing</source>
        <translation>FIFO를 쓰기용으로 열기</translation>
    </message>
    <message>
        <source>Open it alone, without waiting</source>
        <translation>기다리지 않고 혼자 열기</translation>
    </message>
    <message>
        <source>Get the segment with the key %1</source>
        <translation>키 %1의 세그먼트 얻기</translation>
    </message>
    <message>
        <source>it was killed by %1</source>
        <translation>%1 시그널로 종료됨</translation>
    </message>
    <message>
        <source>it exited with %1, and status holds %1 × 256</source>
        <translation>종료 코드 %1, status 값은 %1 × 256</translation>
    </message>
    <message>
        <source>%1 is a copy of %2, with its variables and descriptors. fork returned twice: %3, the child&apos;s pid, in %2, and 0 in %1. Pipes and segments were not copied: both use the same ones.</source>
        <translation>%1 프로세스는 변수와 디스크립터까지 %2 프로세스의 복사본입니다. fork는 두 번 돌아왔습니다. 부모(%2)에서는 자식의 pid인 %3, 자식(%1)에서는 0입니다. 파이프와 세그먼트는 복사되지 않고 둘이 함께 씁니다.</translation>
    </message>
    <message>
        <source>Each should close the pipe ends that it does not use.</source>
        <translation>양쪽 모두 쓰지 않는 파이프 끝을 닫아야 합니다.</translation>
    </message>
    <message>
        <source>%1 has no child that it has not waited for yet.</source>
        <translation>%1 프로세스에는 아직 wait하지 않은 자식이 없습니다.</translation>
    </message>
    <message>
        <source>A signal&apos;s handler ran while %1 waited.</source>
        <translation>%1 프로세스가 기다리는 동안 시그널 핸들러가 실행되었습니다.</translation>
    </message>
    <message>
        <source>%1 has ended: %2. It was a zombie until now; wait has removed its last trace.</source>
        <translation>%1 프로세스가 끝났습니다(%2). 지금까지 좀비였고, wait가 마지막 흔적을 지웠습니다.</translation>
    </message>
    <message>
        <source>A hard limit can only be lowered without CAP_SYS_RESOURCE.</source>
        <translation>CAP_SYS_RESOURCE가 없으면 하드 한도는 낮출 수만 있습니다.</translation>
    </message>
    <message>
        <source>The soft limit may not be above the hard one, and the limit must be one that the kernel knows.</source>
        <translation>소프트 한도는 하드 한도보다 높을 수 없고, 커널이 아는 한도여야 합니다.</translation>
    </message>
    <message>
        <source>The limit holds from now on for %1 and for its children. What it has already stays.</source>
        <translation>한도는 이제부터 %1 프로세스와 그 자식들에게 적용됩니다. 이미 가진 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>0 bytes were asked for, and 0 came.</source>
        <translation>0바이트를 달라고 했고 0바이트가 왔습니다.</translation>
    </message>
    <message>
        <source>0 is the end of the file.</source>
        <translation>0은 파일 끝(EOF)입니다.</translation>
    </message>
    <message>
        <source>0 is the end of the file: no process has %1 open for writing yet. Without O_NONBLOCK, open would have waited for one.</source>
        <translation>0은 파일 끝(EOF)입니다. 아직 %1에 쓰기용으로 연 프로세스가 없습니다. O_NONBLOCK이 아니었다면 open이 기다렸을 것입니다.</translation>
    </message>
    <message>
        <source>0 is the end of the file: all that was written has been read, and every write end of %1 is closed. Nothing can come any more, so read returns 0 each time from now on.</source>
        <translation>0은 파일 끝(EOF)입니다. 쓴 것을 모두 읽었고 %1의 쓰기 끝이 모두 닫혔습니다. 이제 아무것도 올 수 없으니 read는 앞으로 계속 0을 돌려줍니다.</translation>
    </message>
    <message>
        <source>Read: %1.</source>
        <translation>%1를 읽었습니다.</translation>
    </message>
    <message>
        <source>%1 asked for up to %2 and got the %3 that there were. A pipe is a stream: it does not remember where a write began or ended.</source>
        <translation>%1 프로세스는 %2까지 달라고 했고, 있던 %3바이트를 받았습니다. 파이프는 바이트의 흐름(스트림)이어서 쓰기가 어디서 시작하고 끝났는지 기억하지 않습니다.</translation>
    </message>
    <message>
        <source>The kernel copied %1 out of its page into the buffer of %2. Nobody else can read that now.</source>
        <translation>커널이 %1를 자기 페이지에서 %2 프로세스의 버퍼로 복사했습니다. 이제 다른 프로세스는 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing lies in %1, and O_NONBLOCK forbids to sleep. It is no end of the file: %2 can still write.</source>
        <translation>%1에는 아무것도 없고, O_NONBLOCK이라 잠들 수 없습니다. 파일 끝(EOF)은 아닙니다. %2 프로세스가 아직 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Descriptor %1 is a write end: nothing can be read from it.</source>
        <translation>디스크립터 %1번은 쓰기 끝이라 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Descriptor %1 is a read end: nothing can be written into it.</source>
        <translation>디스크립터 %1번은 읽기 끝이라 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A signal&apos;s handler ran while %1 slept in the kernel, and it was set without SA_RESTART: the call gave up with nothing done.</source>
        <translation>%1 프로세스가 커널에서 잠든 동안 SA_RESTART 없이 설정한 시그널 핸들러가 실행되었습니다. 호출은 아무것도 하지 못하고 끝났습니다.</translation>
    </message>
    <message>
        <source>The buffer&apos;s address is none of %1&apos;s own memory.</source>
        <translation>버퍼의 주소가 %1 프로세스의 메모리가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 may not have more open descriptors: its limit RLIMIT_NOFILE is reached.</source>
        <translation>%1 프로세스는 디스크립터를 더 열 수 없습니다. 한도 RLIMIT_NOFILE에 이르렀습니다.</translation>
    </message>
    <message>
        <source>%1 owns the segment, so the &lt;b&gt;owner&lt;/b&gt; bits of %2 apply: %3.</source>
        <translation>%1 사용자는 세그먼트의 소유자이므로 %2의 &lt;b&gt;소유자(owner)&lt;/b&gt; 비트가 적용됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 is in the segment&apos;s group, so the &lt;b&gt;group&lt;/b&gt; bits of %2 apply: %3.</source>
        <translation>%1 사용자는 세그먼트의 그룹에 속하므로 %2의 &lt;b&gt;그룹(group)&lt;/b&gt; 비트가 적용됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 is neither the owner %2 nor in the segment&apos;s group, so the &lt;b&gt;other&lt;/b&gt; bits of %3 apply: %4.</source>
        <translation>%1 사용자는 소유자 %2도 아니고 세그먼트의 그룹에도 속하지 않으므로 %3의 &lt;b&gt;기타(other)&lt;/b&gt; 비트가 적용됩니다: %4.</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>글자 읽기</translation>
    </message>
    <message>
        <source>Write although it is read-only</source>
        <translation>읽기 전용인데 쓰기</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>글자 쓰기</translation>
    </message>
    <message>
        <source>Read just behind the last page</source>
        <translation>마지막 페이지 바로 뒤 읽기</translation>
    </message>
    <message>
        <source>Attach it</source>
        <translation>붙이기</translation>
    </message>
    <message>
        <source>Attach it read-only</source>
        <translation>읽기 전용으로 붙이기</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>The segment with the id %1 is gone: with the last detach.</source>
        <translation>식별자 %1의 세그먼트는 마지막으로 뗄 때 사라졌습니다.</translation>
    </message>
    <message>
        <source>No segment has the id %1. An id comes from shmget; it is not the key.</source>
        <translation>식별자가 %1인 세그먼트는 없습니다. 식별자는 shmget이 주는 것이고 키가 아닙니다.</translation>
    </message>
    <message>
        <source>SHM_REMAP replaces what is mapped at an address, so it needs one.</source>
        <translation>SHM_REMAP은 어떤 주소에 매핑된 것을 갈아 치우므로 주소가 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no page boundary. SHM_RND rounds it down to one.</source>
        <translation>%1은(는) 페이지 경계가 아닙니다. SHM_RND는 경계로 내립니다.</translation>
    </message>
    <message>
        <source>Something is mapped at %1 already. SHM_REMAP would replace it; NULL lets the kernel choose a free place.</source>
        <translation>%1에는 이미 무엇이 매핑되어 있습니다. SHM_REMAP은 그것을 갈아 치우고, NULL이면 커널이 빈 곳을 고릅니다.</translation>
    </message>
    <message>
        <source>The segment cannot be mapped there.</source>
        <translation>세그먼트를 거기에 매핑할 수 없습니다.</translation>
    </message>
    <message>
        <source>Let the kernel choose</source>
        <translation>커널이 고르게 하기</translation>
    </message>
    <message>
        <source>SHM_EXEC asks for x.</source>
        <translation>SHM_EXEC는 x를 요구합니다.</translation>
    </message>
    <message>
        <source>Attaching needs r at least.</source>
        <translation>붙이려면 적어도 r이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Attaching to read and write needs rw; there is no way to attach for writing only.</source>
        <translation>읽고 쓰도록 붙이려면 rw가 있어야 합니다. 쓰기 전용으로 붙이는 방법은 없습니다.</translation>
    </message>
    <message>
        <source>The segment was removed, but it lives as long as it is attached. On Linux its id still attaches it; elsewhere that may fail.</source>
        <translation>세그먼트는 지워졌지만 붙어 있는 동안은 살아 있습니다. 리눅스에서는 식별자로 아직 붙일 수 있고, 다른 시스템에서는 실패할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 has attached it %2 times: several addresses, the same memory behind each.</source>
        <translation>%1 프로세스가 %2번 붙였습니다. 주소는 여럿, 그 뒤의 메모리는 하나입니다.</translation>
    </message>
    <message>
        <source>%1 sees it at %2. It has %3, but memory comes in whole pages: bytes up to +%4 can be used, and the next one is SIGSEGV.</source>
        <translation>%1 프로세스에는 주소 %2에 보입니다. 세그먼트는 %3이지만 메모리는 페이지 단위로 옵니다. +%4까지 쓸 수 있고 그다음 바이트는 SIGSEGV입니다.</translation>
    </message>
    <message>
        <source>The address space of %1 has no room for it there, or its limit RLIMIT_AS is reached.</source>
        <translation>%1 프로세스의 주소 공간에 그럴 자리가 없거나 한도 RLIMIT_AS에 이르렀습니다.</translation>
    </message>
    <message>
        <source>The lowest pages are kept free (vm.mmap_min_addr), so that a NULL pointer always faults.</source>
        <translation>NULL 포인터가 늘 잘못이 되도록 가장 낮은 페이지들은 비워 둡니다(vm.mmap_min_addr).</translation>
    </message>
    <message>
        <source>No segment is attached at %1. shmdt wants the very address that shmat returned, and takes it once.</source>
        <translation>%1에는 붙인 세그먼트가 없습니다. shmdt는 shmat가 돌려준 바로 그 주소를 한 번만 받습니다.</translation>
    </message>
    <message>
        <source>%1 no longer sees it at %2: using that address is SIGSEGV from now on. The segment stays until IPC_RMID.</source>
        <translation>%1 프로세스에는 이제 주소 %2에 보이지 않습니다. 그 주소를 쓰면 SIGSEGV입니다. 세그먼트는 IPC_RMID까지 남습니다.</translation>
    </message>
    <message>
        <source>That was the last detach of the removed segment %1: now it is gone, with all that was in it.</source>
        <translation>제거 표시가 된 세그먼트 %1을(를) 마지막으로 뗐습니다. 이제 내용과 함께 사라졌습니다.</translation>
    </message>
    <message>
        <source>Nobody had it attached, so the segment is gone at once. Its id gives EINVAL from now on.</source>
        <translation>아무도 붙이지 않았으므로 세그먼트는 바로 사라졌습니다. 이제 그 식별자는 EINVAL입니다.</translation>
    </message>
    <message numerus="yes">
        <source>The segment is only marked: %n attachment(s) keep it alive, and its memory with it. Its key has become 0, so a new segment may have the old key already. The last detach removes it.</source>
        <translation>
            <numerusform>세그먼트에는 표시만 되었습니다. 붙인 곳 %n개가 메모리와 함께 살려 둡니다. 키는 0이 되어 새 세그먼트가 벌써 옛 키를 가질 수 있습니다. 마지막으로 뗄 때 지워집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mode is %1 now. Who has the segment attached keeps what shmat gave: nothing checks again.</source>
        <translation>권한은 이제 %1입니다. 이미 붙인 프로세스는 shmat가 준 것을 그대로 가집니다. 다시 검사하는 곳은 없습니다.</translation>
    </message>
    <message>
        <source>The segment %1 is gone, or the command is none.</source>
        <translation>세그먼트 %1이(가) 사라졌거나, 그런 명령이 없습니다.</translation>
    </message>
    <message>
        <source>IPC_STAT needs r.</source>
        <translation>IPC_STAT에는 r이 있어야 합니다.</translation>
    </message>
    <message>
        <source>SHM_LOCK needs a limit of locked memory (RLIMIT_MEMLOCK) above 0.</source>
        <translation>SHM_LOCK에는 0보다 큰 잠금 메모리 한도(RLIMIT_MEMLOCK)가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Only the owner and the creator may do that, whatever the mode bits say.</source>
        <translation>권한 비트가 무엇이든 소유자와 만든 사용자만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The segment is larger than %1 may lock in memory (RLIMIT_MEMLOCK).</source>
        <translation>세그먼트가 %1 프로세스가 메모리에 잠가 둘 수 있는 크기(RLIMIT_MEMLOCK)보다 큽니다.</translation>
    </message>
    <message>
        <source>No segment has the key %1, and without IPC_CREAT shmget makes none.</source>
        <translation>키가 %1인 세그먼트가 없고, IPC_CREAT 없이는 shmget이 만들지 않습니다.</translation>
    </message>
    <message>
        <source>The segment with this key has %1, and %2 were asked for. A segment never grows, not even inside its last page. 0 takes it as large as it is.</source>
        <translation>이 키의 세그먼트는 %1인데 %2바이트를 달라고 했습니다. 세그먼트는 마지막 페이지 안에서도 커지지 않습니다. 0이면 있는 크기 그대로입니다.</translation>
    </message>
    <message>
        <source>Ask for size 0</source>
        <translation>크기 0으로 요청</translation>
    </message>
    <message>
        <source>A new segment needs at least 1 byte. Size 0 only finds one that exists.</source>
        <translation>새 세그먼트는 적어도 1바이트여야 합니다. 크기 0은 있는 것을 찾기만 합니다.</translation>
    </message>
    <message>
        <source>%1 bytes are more than the kernel allows for one segment (shmmax). A negative size is a huge one: the parameter is a size_t.</source>
        <translation>%1바이트는 커널이 한 세그먼트에 허락하는 것(shmmax)보다 큽니다. 음수 크기는 아주 큰 수입니다. 매개변수가 size_t이기 때문입니다.</translation>
    </message>
    <message>
        <source>The segment with this key does not grant what was asked for.</source>
        <translation>이 키의 세그먼트는 요청한 것을 허락하지 않습니다.</translation>
    </message>
    <message>
        <source>The mode %1 asks for more. Without mode bits shmget asks for nothing; the check then comes with shmat.</source>
        <translation>권한 %1은(는) 더 많은 것을 요청합니다. 권한 비트가 없으면 shmget은 아무것도 요청하지 않고, 검사는 shmat에서 합니다.</translation>
    </message>
    <message>
        <source>The IPC namespace holds as many segments (shmmni) or pages (shmall) as it may. It is not about disk space: remove a segment with IPC_RMID.</source>
        <translation>IPC 네임스페이스에 세그먼트(shmmni)나 페이지(shmall)가 한도까지 찼습니다. 디스크 공간 문제가 아닙니다. IPC_RMID로 세그먼트를 제거하세요.</translation>
    </message>
    <message>
        <source>The key %1 names the segment with the id %2. It has %3; shmat makes it visible to %4.</source>
        <translation>키 %1은(는) 식별자가 %2인 세그먼트를 가리킵니다. 크기는 %3이고, shmat으로 붙이면 %4 프로세스에 보입니다.</translation>
    </message>
    <message>
        <source>No mode was given, so it is 0000: nobody may attach it, not even %1 who owns it. IPC_RMID and IPC_SET still work.</source>
        <translation>권한을 주지 않아 0000입니다. 소유자인 %1 사용자도 붙일 수 없습니다. IPC_RMID와 IPC_SET은 여전히 됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>A new segment of %1: %n page(s) of zeros that the kernel makes only when they are touched. Nobody sees it yet: shmat maps it into a process.</source>
        <translation>
            <numerusform>%1의 새 세그먼트입니다. 0으로 찬 페이지 %n개이고, 커널은 건드릴 때에야 만듭니다. 아직 아무에게도 보이지 않습니다. shmat가 프로세스에 매핑합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A segment with the key %1 exists already. IPC_CREAT together with IPC_EXCL asks for a new one or nothing.</source>
        <translation>키가 %1인 세그먼트가 이미 있습니다. IPC_CREAT와 IPC_EXCL을 함께 쓰면 새것이 아니면 아무것도 받지 않습니다.</translation>
    </message>
    <message>
        <source>The kernel could not promise so much memory. With SHM_NORESERVE it promises nothing, and lets it pass.</source>
        <translation>커널이 그만큼의 메모리를 약속할 수 없습니다. SHM_NORESERVE면 약속하지 않고 통과시킵니다.</translation>
    </message>
    <message>
        <source>SHM_HUGETLB is for the superuser and for members of a group of its own.</source>
        <translation>SHM_HUGETLB는 슈퍼유저와 정해진 그룹의 것입니다.</translation>
    </message>
    <message>
        <source>The page at the front was read only in part; it is free when the rest of it is read.</source>
        <translation>맨 앞 페이지는 일부만 읽혔습니다. 나머지를 읽어야 비게 됩니다.</translation>
    </message>
    <message>
        <source>A packet takes a whole slot, however small it is.</source>
        <translation>패킷은 아무리 작아도 칸 하나를 씁니다.</translation>
    </message>
    <message>
        <source>A write goes on in the last page only if it fits there; otherwise it begins a page of its own. So fewer than %1 bytes fill the pipe.</source>
        <translation>쓰기는 마지막 페이지에 들어갈 때만 거기에 이어지고, 아니면 새 페이지를 씁니다. 그래서 %1바이트보다 적어도 파이프가 찹니다.</translation>
    </message>
    <message>
        <source>%1 of %2 page slots are in use (%3), and O_NONBLOCK forbids to sleep.</source>
        <translation>페이지 칸 %2개 중 %1개가 쓰이고 있고(%3), O_NONBLOCK이라 잠들 수 없습니다.</translation>
    </message>
    <message>
        <source>Every read end is closed, so nobody can ever read this. The kernel sends SIGPIPE, which kills; %1 ignores or catches it and so lives to see EPIPE.</source>
        <translation>읽기 끝이 모두 닫혀 아무도 이것을 읽을 수 없습니다. 커널은 프로세스를 죽이는 SIGPIPE를 보내는데, %1 프로세스는 무시하거나 잡기 때문에 살아서 EPIPE를 봅니다.</translation>
    </message>
    <message>
        <source>Only %1 of %2 bytes went in. Up to PIPE_BUF (4096) a write is all or nothing; a larger one is not, and the program has to write the rest itself. Another writer&apos;s bytes may come in between.</source>
        <translation>%2바이트 중 %1바이트만 들어갔습니다. PIPE_BUF(4096)까지는 전부 아니면 전무이고, 더 크면 그렇지 않아서 나머지는 프로그램이 다시 써야 합니다. 그 사이에 다른 프로세스의 바이트가 끼어들 수 있습니다.</translation>
    </message>
    <message>
        <source>Written: %1.</source>
        <translation>%1를 썼습니다.</translation>
    </message>
    <message>
        <source>The kernel copied %1 from %2 into its pages: %3 of %4 in use now. The buffer keeps its contents.</source>
        <translation>커널이 %2 프로세스의 %1를 자기 페이지로 복사했습니다. 이제 페이지 %4개 중 %3개가 쓰입니다. 버퍼의 내용은 그대로입니다.</translation>
    </message>
    <message>
        <source>No update was lost.</source>
        <translation>갱신 손실 없음.</translation>
    </message>
    <message>
        <source>%1 added %2 together, and the counter has grown by %3. An atomic addition is one step that no other processor gets into.</source>
        <translation>%1 프로세스가 모두 %2번 더했고 카운터도 %3 늘었습니다. 원자적 덧셈은 다른 프로세서가 끼어들 수 없는 한 단계입니다.</translation>
    </message>
    <message>
        <source>Lost update.</source>
        <translation>갱신 손실.</translation>
    </message>
    <message>
        <source>%1 added %2 together; the counter has grown by %3, so %4 are lost. Load, add and store are three steps, and the other process may run between them.</source>
        <translation>%1 프로세스가 모두 %2번 더했는데 카운터는 %3밖에 늘지 않았습니다. %4번이 사라진 것입니다. 읽기, 더하기, 저장은 세 단계이고 그 사이에 다른 프로세스가 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>Torn read.</source>
        <translation>찢긴 읽기(torn read).</translation>
    </message>
    <message>
        <source>%1 read a text that %2 never wrote: up to byte %3 it is of one write, then of another (%4). %2 was in the middle of its copy, and nothing makes a reader of shared memory wait.</source>
        <translation>%1 프로세스가 읽은 글은 %2 프로세스가 쓴 적이 없는 글입니다. %3번째 바이트까지는 한 번의 쓰기, 그 뒤는 다른 쓰기의 것입니다(%4). %2 프로세스가 복사하는 도중이었고, 공유 메모리에서는 아무것도 읽는 쪽을 기다리게 하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 printed %2.</source>
        <translation>%1 프로세스가 %2을(를) 출력했습니다.</translation>
    </message>
    <message>
        <source>%1 printed %2. It read its own memory, and that is the segment: reading needs no call and no copy through the kernel; only printing is a write.</source>
        <translation>%1 프로세스가 %2을(를) 출력했습니다. 자기 메모리를 읽었고, 그것이 곧 세그먼트입니다. 읽는 데는 호출도, 커널을 거치는 복사도 필요 없고, 출력만 write입니다.</translation>
    </message>
    <message>
        <source>%1 ran alone: the other was over already, or began later, so no update was lost. With more rounds they meet.</source>
        <translation>%1 프로세스가 혼자 실행되었습니다. 다른 프로세스는 이미 끝났거나 나중에 시작해서 사라진 갱신이 없습니다. 횟수를 늘리면 서로 만납니다.</translation>
    </message>
    <message>
        <source>%1 has ended. Until its parent waits for it, its pid is still taken: signals to it are accepted, and nobody is there to get them.</source>
        <translation>%1 프로세스는 끝났습니다. 부모가 wait할 때까지 PID는 남아 있어 시그널은 받아들여지지만, 받을 프로세스는 없습니다.</translation>
    </message>
    <message>
        <source>The supervisor died, and %1 with it.</source>
        <translation>감독 프로세스가 %1 프로세스와 함께 죽었습니다.</translation>
    </message>
    <message>
        <source>The lab cannot go on without the process that started all others, so the kernel ended every one of them. A new supervisor has removed what they had created. Start over (Ctrl+R), or add a process.</source>
        <translation>다른 모든 프로세스를 시작한 프로세스 없이는 실습실이 계속될 수 없으므로, 커널이 그 프로세스를 모두 끝냈습니다. 새 감독 프로세스가 그들이 만든 것을 제거했습니다. 처음부터 다시 시작하거나(Ctrl+R) 프로세스를 추가하세요.</translation>
    </message>
    <message>
        <source>The queue was removed while %1 was in the call, but not asleep on it: who is stopped begins the call anew with SIGCONT, and then the id %2 means nothing any more. So it is EINVAL, and not the sleeper&apos;s EIDRM.</source>
        <translation>%1 프로세스가 호출 안에 있었지만 큐에서 자고 있지는 않을 때 큐가 제거되었습니다. 정지된 프로세스는 SIGCONT를 받으면 호출을 처음부터 다시 시작하는데, 그때는 식별자 %2에 아무것도 없습니다. 그래서 자던 프로세스가 받는 EIDRM이 아니라 EINVAL입니다.</translation>
    </message>
    <message>
        <source>%1&apos;s user has as many processes as its limit RLIMIT_NPROC allows, or the system has as many as it can have.</source>
        <translation>%1 프로세스의 사용자가 가진 프로세스 수가 한도 RLIMIT_NPROC에 이르렀거나, 시스템의 프로세스 수가 한도에 이르렀습니다.</translation>
    </message>
    <message>
        <source>%1 here: %2.</source>
        <translation>여기서 %1의 뜻: %2.</translation>
    </message>
    <message>
        <source>The other side came, so open returned; it is gone again already.</source>
        <translation>상대가 와서 open이 돌아왔지만, 상대는 벌써 다시 떠났습니다.</translation>
    </message>
    <message>
        <source>With O_NONBLOCK a reader need not wait for a writer: descriptor %1 is open, and read returns 0 until somebody opens it for writing.</source>
        <translation>O_NONBLOCK이면 읽는 쪽은 쓰는 쪽을 기다리지 않아도 됩니다. 디스크립터 %1번이 열렸고, 누가 쓰기용으로 열 때까지 read는 0을 돌려줍니다.</translation>
    </message>
    <message>
        <source>The kernel says: %1 in the queue, %2 of %3 bytes, last sent by %4, last received by %5.</source>
        <translation>커널의 답: 큐에 %1, %3바이트 중 %2바이트, 마지막 송신: %4, 마지막 수신: %5.</translation>
    </message>
    <message>
        <source>%1 slept until %2 received. Now its %3 fit: the kernel copied them to the tail, and msgsnd returned 0 as if it had never slept.</source>
        <translation>%1 프로세스는 %2 프로세스가 받을 때까지 잠들어 있었습니다. 이제 %3가 들어갈 수 있어 커널이 큐의 맨 뒤에 복사했고, msgsnd는 잠든 적이 없었던 것처럼 0을 돌려주었습니다.</translation>
    </message>
    <message>
        <source>%1 slept until %2 changed msg_qbytes. Now its %3 fit: the kernel copied them to the tail, and msgsnd returned 0 as if it had never slept.</source>
        <translation>%1 프로세스는 %2 프로세스가 msg_qbytes를 바꿀 때까지 잠들어 있었습니다. 이제 %3가 들어갈 수 있어 커널이 큐의 맨 뒤에 복사했고, msgsnd는 잠든 적이 없었던 것처럼 0을 돌려주었습니다.</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>last sent by nobody</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1(pid %2)</translation>
    </message>
    <message>
        <source>That was the last write end of %1, and nothing is left in it: whoever reads, %2, gets 0, the end of the file.</source>
        <translation>%1의 마지막 쓰기 끝이었고, 안에 남은 것도 없습니다. 읽는 쪽(%2)은 0, 곧 파일 끝(EOF)을 받습니다.</translation>
    </message>
    <message>
        <source>A read end of %1 was closed. Still open: %2.</source>
        <translation>%1의 읽기 끝 하나가 닫혔습니다. 아직 열린 읽기 끝: %2.</translation>
    </message>
    <message>
        <source>A write end of %1 was closed. Still open: %2.</source>
        <translation>%1의 쓰기 끝 하나가 닫혔습니다. 아직 열린 쓰기 끝: %2.</translation>
    </message>
    <message>
        <source>A writer gets SIGPIPE only when the last of them is closed.</source>
        <translation>마지막 하나까지 닫혀야 쓰는 쪽이 SIGPIPE를 받습니다.</translation>
    </message>
    <message>
        <source>A reader gets the end of the file only when the last of them is closed; until then it sleeps when the pipe is empty.</source>
        <translation>마지막 하나까지 닫혀야 읽는 쪽이 파일 끝(EOF)을 받습니다. 그때까지는 파이프가 비면 잠듭니다.</translation>
    </message>
    <message>
        <source>That was the last descriptor of %1. Lost with it, since nobody had read it: %2.</source>
        <translation>%1의 마지막 디스크립터였습니다. 아무도 읽지 않은 %2가 함께 사라졌습니다.</translation>
    </message>
    <message>
        <source>Nothing lies in %1, so the kernel puts %2 to sleep until %3 writes. The end of the file cannot come meanwhile: %2 holds a write end itself (descriptor %4), and closes nothing while it sleeps.</source>
        <translation>%1에는 아무것도 없어서 %3 프로세스가 쓸 때까지 커널이 %2 프로세스를 잠재웁니다. 그동안 파일 끝(EOF)은 올 수 없습니다. %2 프로세스도 쓰기 끝을 가지고 있는데(디스크립터 %4), 잠든 동안에는 아무것도 닫지 못하기 때문입니다.</translation>
    </message>
    <message>
        <source>it exited with %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>0 is the end of the file: nothing is left in %1, and nobody has it open for writing. Whoever opens it for writing again revives it.</source>
        <translation>0은 파일 끝(EOF)입니다. %1에는 남은 것이 없고, 쓰기용으로 연 프로세스도 없습니다. 누가 다시 쓰기용으로 열면 되살아납니다.</translation>
    </message>
    <message>
        <source>Taken out: %1. But the page stays in use until all of it is read. For a writer the pipe is as full as before.</source>
        <translation>%1를 꺼냈지만, 그 페이지는 끝까지 읽어야 비게 됩니다. 쓰는 쪽에게 파이프는 전과 똑같이 가득 차 있습니다.</translation>
    </message>
    <message>
        <source>One packet, of %1. In packet mode (O_DIRECT) a read takes one packet and never two, and what the buffer has no room for is lost.</source>
        <translation>패킷 하나, %1입니다. 패킷 모드(O_DIRECT)에서 read는 한 번에 패킷 하나만 가져가고, 버퍼에 들어가지 않는 나머지는 사라집니다.</translation>
    </message>
    <message>
        <source>SHM_REMAP replaced what was mapped at %1, without a word: whatever it was, %2 sees the segment there now.</source>
        <translation>SHM_REMAP이 주소 %1에 매핑되어 있던 것을 말없이 갈아 치웠습니다. 무엇이었든 %2 프로세스는 이제 거기서 세그먼트를 봅니다.</translation>
    </message>
    <message>
        <source>%1 sees the segment at %2 now, as its own memory. Another process mostly sees it elsewhere, so a pointer stored in it means nothing there.</source>
        <translation>%1 프로세스는 이제 세그먼트를 주소 %2에서 자기 메모리처럼 봅니다. 다른 프로세스에는 대개 다른 주소에 보이므로, 세그먼트에 넣은 포인터는 거기서 아무 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>%1 no longer sees it at %2. The segment was removed already: it lives until the last detach, and attachments left are %3.</source>
        <translation>%1 프로세스에는 이제 주소 %2에 보이지 않습니다. 세그먼트는 이미 제거 표시가 되어 있어 마지막으로 뗄 때까지만 살아 있고, 남은 연결은 %3개입니다.</translation>
    </message>
    <message>
        <source>The kernel says: %1, attached %2 times (shm_nattch), made by %3, last attached or detached by %4.</source>
        <translation>커널의 답: %1, 연결 %2개(shm_nattch), 만든 프로세스: %3, 마지막으로 붙이거나 뗀 프로세스: %4.</translation>
    </message>
    <message>
        <source>%1 goes on sleeping in its call, but it has lost its place: among those who wait for the same it is the last now.</source>
        <translation>%1 프로세스는 호출에서 계속 잠들어 있지만 차례를 잃었습니다. 이제 같은 것을 기다리는 프로세스 가운데 맨 뒤입니다.</translation>
    </message>
    <message>
        <source>The name %1 is gone. Whoever has the file open goes on as before; nobody new comes by this name.</source>
        <translation>‘%1’ 이름이 없어졌습니다. 이미 연 프로세스는 그대로 계속하지만, 이 이름으로는 새로 들어올 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::Exporter</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>Save the session as a script</source>
        <translation>실습을 스크립트로 저장</translation>
    </message>
    <message>
        <source>Scripts (*.ipc)</source>
        <translation>스크립트 (*.ipc)</translation>
    </message>
    <message>
        <source>Save as C programs: choose a folder</source>
        <translation>C 프로그램으로 저장: 폴더 선택</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>기록 저장</translation>
    </message>
    <message>
        <source>Recordings (*.ipcrec)</source>
        <translation>기록 (*.ipcrec)</translation>
    </message>
</context>
<context>
    <name>ipclab::FlagsEditor</name>
    <message>
        <source>0 · wait</source>
        <translation>0 · 대기</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>권한</translation>
    </message>
</context>
<context>
    <name>ipclab::KernelTables</name>
    <message>
        <source>Verbatim</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>Show the file as the kernel wrote it</source>
        <translation>커널이 쓴 파일을 그대로 보기</translation>
    </message>
    <message>
        <source>Kernel table of message queues</source>
        <translation>커널의 메시지 큐 테이블</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>만든 프로세스</translation>
    </message>
    <message>
        <source>last sent</source>
        <translation>마지막 송신</translation>
    </message>
    <message>
        <source>last received</source>
        <translation>마지막 수신</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>not this lab&apos;s</source>
        <translation>실습실 밖</translation>
    </message>
    <message>
        <source>The kernel knows no message queue here. Make one with msgget and IPC_CREAT, and it appears.</source>
        <translation>여기에는 메시지 큐가 없습니다. msgget과 IPC_CREAT로 만들면 나타납니다.</translation>
    </message>
    <message>
        <source>The kernel&apos;s table is looked at while this tab is seen and a lab is running.</source>
        <translation>커널 테이블은 이 탭이 보이고 실습실이 실행 중일 때 읽습니다.</translation>
    </message>
    <message>
        <source>Message queues</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>/proc/sysvipc/msg and /proc/sysvipc/shm, verbatim</source>
        <translation>/proc/sysvipc/msg와 /proc/sysvipc/shm 원문</translation>
    </message>
    <message>
        <source>last attached</source>
        <translation>마지막 붙임</translation>
    </message>
    <message>
        <source>last detached</source>
        <translation>마지막 뗌</translation>
    </message>
    <message>
        <source>Kernel table of shared memory segments</source>
        <translation>공유 메모리 세그먼트의 커널 표</translation>
    </message>
    <message>
        <source>as &lt;code&gt;ipcs -q&lt;/code&gt; lists them from /proc/sysvipc/msg</source>
        <translation>/proc/sysvipc/msg에서 &lt;code&gt;ipcs -q&lt;/code&gt;가 보여 주는 대로</translation>
    </message>
    <message>
        <source>as &lt;code&gt;ipcs -m&lt;/code&gt; lists them from /proc/sysvipc/shm</source>
        <translation>/proc/sysvipc/shm에서 &lt;code&gt;ipcs -m&lt;/code&gt;이 보여 주는 대로</translation>
    </message>
    <message>
        <source>The kernel knows no shared memory segment here. Make one with shmget and IPC_CREAT, and it appears.</source>
        <translation>여기에는 공유 메모리 세그먼트가 없습니다. shmget과 IPC_CREAT로 만들면 나타납니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::KeyEditor</name>
    <message>
        <source>queue %1</source>
        <translation>큐 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::KeysSheet</name>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>In the call line: ↑ and ↓ bring back earlier lines, Tab completes. In the form: Enter makes the call.</source>
        <translation>호출 입력줄: ↑와 ↓로 이전 줄을 불러오고 Tab으로 완성합니다. 양식: Enter로 호출합니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::LabBridge</name>
    <message>
        <source>“returns” says what a sleeping call is expected to give back; there is nothing to make.</source>
        <translation>“returns”는 잠든 호출이 돌려줄 것으로 기대하는 값입니다. 실행할 것이 없습니다.</translation>
    </message>
    <message>
        <source>This is a recording: what happened can be looked at, but no process runs. Start over for free play.</source>
        <translation>기록입니다. 일어난 일을 볼 수 있지만 실행 중인 프로세스는 없습니다. 자유 실습은 처음부터 시작하세요.</translation>
    </message>
</context>
<context>
    <name>ipclab::LessonPage</name>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>먼저 예측하기</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>단계 %1 / %2</translation>
    </message>
    <message>
        <source> · next</source>
        <translation> · 다음</translation>
    </message>
    <message>
        <source> · playing</source>
        <translation> · 재생 중</translation>
    </message>
    <message>
        <source> · went otherwise</source>
        <translation> · 다르게 진행됨</translation>
    </message>
    <message>
        <source>▶ Play this step</source>
        <translation>▶ 이 단계 재생</translation>
    </message>
    <message>
        <source>Reveal what happens</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>Free play: no lesson is open. Choose one on the left, or open a Markdown page of your own.</source>
        <translation>자유 실습: 열린 수업이 없습니다. 왼쪽에서 고르거나 직접 쓴 Markdown 문서를 여세요.</translation>
    </message>
</context>
<context>
    <name>ipclab::LessonWords</name>
    <message>
        <source>Space plays the first step.</source>
        <translation>스페이스 키가 첫 단계를 실행합니다.</translation>
    </message>
    <message>
        <source>Predict:</source>
        <translation>예측:</translation>
    </message>
</context>
<context>
    <name>ipclab::LogModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>시간(초)</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>ipclab::MainWindow</name>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>◀ ▶ step   Esc leave</source>
        <translation>◀ ▶ 단계   Esc 끝내기</translation>
    </message>
    <message>
        <source>Open a lesson or script</source>
        <translation>수업이나 스크립트 열기</translation>
    </message>
    <message>
        <source>Lessons, scripts, recordings (*.md *.ipc *.ipcrec);;All files (*)</source>
        <translation>수업, 스크립트, 기록 (*.md *.ipc *.ipcrec);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>자유 실습</translation>
    </message>
    <message>
        <source>Start over in a private IPC namespace</source>
        <translation>독립된 IPC 네임스페이스에서 다시 시작</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Open another lesson or script…</source>
        <translation>다른 수업이나 스크립트 열기…</translation>
    </message>
</context>
<context>
    <name>ipclab::Mechanism</name>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Message queue</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>ftok keys</source>
        <translation>ftok 키</translation>
    </message>
    <message>
        <source>Free play with a pipe between a parent and its child</source>
        <translation>부모와 자식 사이의 파이프로 자유롭게 실습</translation>
    </message>
    <message>
        <source>Free play with a pipe that has a name in the file system</source>
        <translation>파일 시스템에 이름이 있는 파이프로 자유롭게 실습</translation>
    </message>
    <message>
        <source>Free play with System V message queues</source>
        <translation>System V 메시지 큐 자유 실습</translation>
    </message>
    <message>
        <source>Free play with a System V shared memory segment</source>
        <translation>System V 공유 메모리 세그먼트로 자유롭게 실습</translation>
    </message>
    <message>
        <source>Free play with keys that ftok makes of paths</source>
        <translation>ftok이 경로로 만드는 키로 자유롭게 실습</translation>
    </message>
</context>
<context>
    <name>ipclab::MemoryPanel</name>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>그냥</translation>
    </message>
    <message>
        <source>atomic</source>
        <translation>원자적</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>되읽기</translation>
    </message>
    <message>
        <source>WRITE INTO THE SEGMENT</source>
        <translation>세그먼트에 쓰기</translation>
    </message>
    <message>
        <source>offset in the segment, in bytes</source>
        <translation>세그먼트 안의 오프셋(바이트)</translation>
    </message>
    <message>
        <source>how many times</source>
        <translation>몇 번</translation>
    </message>
    <message>
        <source>value to write</source>
        <translation>쓸 값</translation>
    </message>
    <message>
        <source>variable that points at the segment</source>
        <translation>세그먼트를 가리키는 변수</translation>
    </message>
    <message>
        <source>pointer</source>
        <translation>포인터</translation>
    </message>
    <message>
        <source>at offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>how</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>the line of C that will be made</source>
        <translation>실행할 C 한 줄</translation>
    </message>
    <message>
        <source>Attached with SHM_RDONLY: %1 may read here, and dies of SIGSEGV when it writes.</source>
        <translation>SHM_RDONLY로 붙였습니다: %1 프로세스는 여기서 읽을 수 있지만, 쓰면 SIGSEGV로 죽습니다.</translation>
    </message>
    <message>
        <source>Past the last page, which ends at +%1: %2 dies of SIGSEGV unless something else is mapped there.</source>
        <translation>마지막 페이지는 +%1에서 끝납니다: 거기에 다른 것이 매핑되어 있지 않다면 %2 프로세스는 SIGSEGV로 죽습니다.</translation>
    </message>
    <message>
        <source>Past shm_segsz (%1 B), but still in its last page: memory is pages, so it works.</source>
        <translation>shm_segsz(%1 B)는 넘었지만 아직 마지막 페이지 안입니다: 메모리는 페이지 단위라서 그대로 됩니다.</translation>
    </message>
    <message>
        <source>An atomic addition needs += or -= and a number.</source>
        <translation>원자적 덧셈에는 += 또는 -=와 수가 필요합니다.</translation>
    </message>
    <message>
        <source>The value is no %1.</source>
        <translation>값이 %1 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>Write in %1</source>
        <translation>%1에서 쓰기</translation>
    </message>
    <message>
        <source>Run in %1 and %2 together</source>
        <translation>%1, %2에서 함께 실행</translation>
    </message>
</context>
<context>
    <name>ipclab::MessageInEditor</name>
    <message>
        <source>text</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>message type</source>
        <translation>메시지 타입</translation>
    </message>
    <message>
        <source>must be ≥ 1</source>
        <translation>1 이상이어야 함</translation>
    </message>
    <message>
        <source>message text</source>
        <translation>메시지 본문</translation>
    </message>
</context>
<context>
    <name>ipclab::MessageTypeEditor</name>
    <message>
        <source>the first message</source>
        <translation>첫 번째 메시지</translation>
    </message>
    <message>
        <source>the first message of type n</source>
        <translation>타입이 n인 첫 번째 메시지</translation>
    </message>
    <message>
        <source>the message of the lowest type up to n</source>
        <translation>타입이 n 이하로 가장 작은 메시지</translation>
    </message>
    <message>
        <source>message type</source>
        <translation>메시지 타입</translation>
    </message>
    <message>
        <source>the first of type %1</source>
        <translation>타입 %1인 첫 메시지</translation>
    </message>
    <message>
        <source>the lowest type ≤ %1</source>
        <translation>%1 이하의 가장 작은 타입</translation>
    </message>
    <message>
        <source>%1 → none now</source>
        <translation>%1 → 지금은 없음</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>a copy of the message at place %1, from 0</source>
        <translation>0부터 세어 %1번 자리에 있는 메시지의 사본</translation>
    </message>
    <message>
        <source>the first not of type %1</source>
        <translation>타입 %1이(가) 아닌 첫 메시지</translation>
    </message>
</context>
<context>
    <name>ipclab::OffsetField</name>
    <message>
        <source>Offset in the segment</source>
        <translation>세그먼트 안의 오프셋</translation>
    </message>
</context>
<context>
    <name>ipclab::PanelHeader</name>
    <message>
        <source>process that makes the call</source>
        <translation>호출할 프로세스</translation>
    </message>
    <message>
        <source>call to make</source>
        <translation>호출할 시스템 호출</translation>
    </message>
    <message>
        <source>what can be done to this process</source>
        <translation>이 프로세스에 할 수 있는 일</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Stop it (SIGSTOP)</source>
        <translation>정지 (SIGSTOP)</translation>
    </message>
    <message>
        <source>Let it go on (SIGCONT)</source>
        <translation>계속 (SIGCONT)</translation>
    </message>
    <message>
        <source>Ask it to end (SIGTERM)</source>
        <translation>종료 요청 (SIGTERM)</translation>
    </message>
    <message>
        <source>Kill it (SIGKILL)</source>
        <translation>강제 종료 (SIGKILL)</translation>
    </message>
    <message>
        <source>another label for the card</source>
        <translation>카드에 보일 다른 꼬리표</translation>
    </message>
</context>
<context>
    <name>ipclab::PermissionGrid</name>
    <message>
        <source>owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>execute</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>%1 may %2</source>
        <translation>%1 %2 허용</translation>
    </message>
    <message>
        <source>permission bits in octal</source>
        <translation>8진수 권한 비트</translation>
    </message>
    <message>
        <source>The same nine bits as an octal number</source>
        <translation>같은 아홉 비트를 8진수로</translation>
    </message>
    <message>
        <source>show the execute bits</source>
        <translation>실행 비트 보기</translation>
    </message>
    <message>
        <source>IPC objects have no use for the execute bits, but the kernel compares them when msgget asks for them.</source>
        <translation>IPC 객체는 실행 비트를 쓰지 않지만, msgget이 요청하면 커널이 비교합니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessEditor</name>
    <message>
        <source> pid %1</source>
        <translation> pid %1</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessPopover</name>
    <message>
        <source>runs the lab</source>
        <translation>실습실을 실행한 사용자</translation>
    </message>
    <message>
        <source>another user of alice&apos;s group</source>
        <translation>alice와 같은 그룹의 다른 사용자</translation>
    </message>
    <message>
        <source>another user of another group</source>
        <translation>다른 그룹의 다른 사용자</translation>
    </message>
    <message>
        <source>the permission bits mean nothing to root</source>
        <translation>root에게는 권한 비트가 의미 없음</translation>
    </message>
    <message>
        <source>Start the process</source>
        <translation>프로세스 시작</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>sender, receiver, … (optional)</source>
        <translation>송신자, 수신자, … (선택)</translation>
    </message>
    <message>
        <source>label</source>
        <translation>꼬리표</translation>
    </message>
    <message>
        <source>user</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::QueueIdEditor</name>
    <message>
        <source>IPC_PRIVATE, id %1</source>
        <translation>IPC_PRIVATE, 식별자 %1</translation>
    </message>
    <message>
        <source>key %1, id %2</source>
        <translation>키 %1, 식별자 %2</translation>
    </message>
</context>
<context>
    <name>ipclab::QueueStructEditor</name>
    <message>
        <source>owner of the queue</source>
        <translation>큐의 소유자</translation>
    </message>
    <message>
        <source>group of the queue</source>
        <translation>큐의 그룹</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 바꾸기</translation>
    </message>
</context>
<context>
    <name>ipclab::RepeatPopup</name>
    <message>
        <source>every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>how many times</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>milliseconds between two calls</source>
        <translation>두 호출 사이의 밀리초</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>times</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>pace</source>
        <translation>속도</translation>
    </message>
</context>
<context>
    <name>ipclab::ResultBox</name>
    <message>
        <source>Result of the last call</source>
        <translation>마지막 호출의 결과</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>호출하지 않음</translation>
    </message>
</context>
<context>
    <name>ipclab::Scenes</name>
    <message>
        <source>Recording · %1</source>
        <translation>기록 · %1</translation>
    </message>
    <message>
        <source>%1 · free play</source>
        <translation>%1 · 자유 실습</translation>
    </message>
    <message>
        <source>Key %1 belongs to another program, so free play uses key %2.</source>
        <translation>키 %1은(는) 다른 프로그램의 것이어서 자유 실습은 키 %2을(를) 씁니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::Sidebar</name>
    <message>
        <source>MECHANISMS</source>
        <translation>IPC 기법</translation>
    </message>
    <message>
        <source>LESSONS</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>YOUR OWN</source>
        <translation>내 파일</translation>
    </message>
    <message>
        <source>▷  Open a lesson or script…</source>
        <translation>▷  수업이나 스크립트 열기…</translation>
    </message>
    <message>
        <source>%1, finished</source>
        <translation>%1, 마침</translation>
    </message>
</context>
<context>
    <name>ipclab::SizeEditor</name>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>The length of mtext: msgsz counts mtext only, not mtype</source>
        <translation>mtext의 길이. msgsz는 mtype을 뺀 mtext만의 크기</translation>
    </message>
</context>
<context>
    <name>ipclab::Stage</name>
    <message>
        <source>mtype %1</source>
        <translation>mtype %1</translation>
    </message>
    <message>
        <source>msg_qnum %1, msg_qbytes %2</source>
        <translation>msg_qnum %1, msg_qbytes %2</translation>
    </message>
    <message>
        <source>lab limit</source>
        <translation>실습실 한도</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>  +%1 more</source>
        <translation>  외 %1개</translation>
    </message>
    <message>
        <source>no variables yet</source>
        <translation>변수 없음</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>호출 없음</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>프로세스 %1</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>%1 waits for room: %2 B</source>
        <translation>%1: 빈자리 %2 B 대기</translation>
    </message>
    <message>
        <source>%1 waits for any type</source>
        <translation>%1: 모든 타입 대기</translation>
    </message>
    <message>
        <source>%1 waits for type ≤ %2</source>
        <translation>%1: 타입 ≤ %2 대기</translation>
    </message>
    <message>
        <source>%1 waits for any type but %2</source>
        <translation>%1: 타입 %2 외 대기</translation>
    </message>
    <message>
        <source>%1 waits for type %2</source>
        <translation>%1: 타입 %2 대기</translation>
    </message>
    <message>
        <source>%1 of %2 B are free</source>
        <translation>%2 B 중 %1 B 남음</translation>
    </message>
    <message>
        <source>the queue is empty</source>
        <translation>큐가 비어 있음</translation>
    </message>
    <message>
        <source>type %1 does not match</source>
        <translation>타입 %1은(는) 맞지 않음</translation>
    </message>
    <message>
        <source>none of %1 matches</source>
        <translation>%1 중 맞는 것 없음</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Message queue</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>key %1 · id %2 · %3 %4 · owner %5</source>
        <translation>키 %1 · 식별자 %2 · %3 %4 · 소유자 %5</translation>
    </message>
    <message>
        <source>key %1 · id %2 · %3 · %4</source>
        <translation>키 %1 · 식별자 %2 · %3 · %4</translation>
    </message>
    <message>
        <source>id %1 · %2 · %3</source>
        <translation>식별자 %1 · %2 · %3</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>식별자 %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>앞</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>뒤</translation>
    </message>
    <message>
        <source>Asleep on this queue</source>
        <translation>이 큐에서 잠든 프로세스</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>changed from outside</source>
        <translation>외부에서 변경됨</translation>
    </message>
    <message>
        <source>changed from outside ×%1</source>
        <translation>외부에서 변경됨 ×%1</translation>
    </message>
    <message>
        <source>contents not compared with the kernel</source>
        <translation>내용을 커널과 비교하지 않음</translation>
    </message>
    <message>
        <source>contents not compared with the kernel: %1</source>
        <translation>내용을 커널과 비교하지 않음: %1</translation>
    </message>
    <message>
        <source>Empty: msgrcv would sleep, or fail with ENOMSG under IPC_NOWAIT</source>
        <translation>비어 있음: msgrcv는 잠들거나, IPC_NOWAIT면 ENOMSG로 실패</translation>
    </message>
    <message>
        <source>Would be taken next by msgtyp</source>
        <translation>msgtyp마다 다음에 꺼낼 메시지</translation>
    </message>
    <message>
        <source>(lowest type ≤ %1)</source>
        <translation>(≤ %1 중 가장 작은 타입)</translation>
    </message>
    <message>
        <source>(not readable)</source>
        <translation>(읽을 수 없음)</translation>
    </message>
    <message>
        <source>from %1, pid %2</source>
        <translation>%1에서, pid %2</translation>
    </message>
    <message>
        <source>from outside the lab</source>
        <translation>실습실 밖에서</translation>
    </message>
    <message>
        <source>mtype %1 · %2 B · %3
%4</source>
        <translation>mtype %1 · %2 B · %3
%4</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>무대</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Scroll the stage</source>
        <translation>무대 스크롤</translation>
    </message>
    <message>
        <source>Process %1 %2, %3</source>
        <translation>프로세스 %1 %2, %3</translation>
    </message>
    <message>
        <source>Kill process %1</source>
        <translation>프로세스 %1 강제 종료</translation>
    </message>
    <message>
        <source>Message queue id %1</source>
        <translation>메시지 큐 식별자 %1</translation>
    </message>
    <message>
        <source>IPC_STAT of queue id %1</source>
        <translation>IPC_STAT: 큐 식별자 %1</translation>
    </message>
    <message>
        <source>IPC_RMID: remove queue id %1</source>
        <translation>IPC_RMID: 큐 식별자 %1 제거</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>held</source>
        <translation>호출 직전</translation>
    </message>
    <message>
        <source>in kernel</source>
        <translation>커널 안</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>정지됨</translation>
    </message>
    <message>
        <source>exited with %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>killed %1</source>
        <translation>%1 시그널로 종료</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>잠듦</translation>
    </message>
    <message>
        <source>asleep %1 s</source>
        <translation>잠듦 %1초</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>강제 종료</translation>
    </message>
    <message>
        <source>pid %1 · %2</source>
        <translation>pid %1 · %2</translation>
    </message>
    <message>
        <source>refused by the lab</source>
        <translation>실습실이 거부</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>외부</translation>
    </message>
    <message>
        <source>uid %1</source>
        <translation>uid %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>USER SPACE</source>
        <translation>사용자 공간</translation>
    </message>
    <message>
        <source>KERNEL SPACE</source>
        <translation>커널 공간</translation>
    </message>
    <message>
        <source>system-call boundary</source>
        <translation>시스템 호출 경계</translation>
    </message>
    <message>
        <source>private IPC namespace</source>
        <translation>전용 IPC 네임스페이스</translation>
    </message>
    <message>
        <source>Earlier moment · event %1 of %2</source>
        <translation>이전 시점 · 이벤트 %1 / %2</translation>
    </message>
    <message>
        <source>outside, pid %1</source>
        <translation>외부, pid %1</translation>
    </message>
    <message>
        <source>Process %1 %2, %3.</source>
        <translation>프로세스 %1 %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>Queue id %1, %n message(s).</source>
        <translation>
            <numerusform>큐 식별자 %1, 메시지 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>never returned</source>
        <translation>반환하지 못함</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>the %1 at +%2</source>
        <translation>+%2의 %1</translation>
    </message>
    <message>
        <source>At the same time.</source>
        <translation>동시에.</translation>
    </message>
    <message>
        <source>%1 are adding to %2.</source>
        <translation>%1 프로세스가 %2에 더하고 있습니다.</translation>
    </message>
    <message>
        <source>Each loads, adds and stores, and nobody waits for the other.</source>
        <translation>저마다 읽고, 더하고, 저장하며, 아무도 서로를 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>Lost update.</source>
        <translation>갱신 손실.</translation>
    </message>
    <message>
        <source>No update lost.</source>
        <translation>갱신 손실 없음.</translation>
    </message>
    <message>
        <source>%1 together added %2; %3 says %4, not %5.</source>
        <translation>%1 프로세스가 모두 합해 %2을(를) 더했지만, %3 값은 %5이(가) 아니라 %4입니다.</translation>
    </message>
    <message>
        <source>%1 together added %2; %3 says %4.</source>
        <translation>%1 프로세스가 모두 합해 %2을(를) 더했고, %3 값은 %4입니다.</translation>
    </message>
    <message>
        <source>%1 are lost: load, add and store are three steps, and the other process may run between them.</source>
        <translation>%1만큼 사라졌습니다: 읽기, 더하기, 저장은 세 단계이고 그 사이에 다른 프로세스가 끼어들 수 있습니다.</translation>
    </message>
    <message>
        <source>An atomic addition is one step: no other process can come between.</source>
        <translation>원자적 덧셈은 한 단계라서 다른 프로세스가 끼어들 수 없습니다.</translation>
    </message>
    <message>
        <source>It went well this time: nothing keeps the other process from coming between load and store.</source>
        <translation>이번에는 무사했습니다. 읽기와 저장 사이에 다른 프로세스가 끼어드는 것을 막는 것은 없습니다.</translation>
    </message>
    <message>
        <source>nobody has written yet</source>
        <translation>아직 아무도 쓰지 않음</translation>
    </message>
    <message>
        <source>Last writer</source>
        <translation>마지막으로 쓴 프로세스</translation>
    </message>
    <message>
        <source>Shared memory segment</source>
        <translation>공유 메모리 세그먼트</translation>
    </message>
    <message>
        <source>key %1 · id %2 · %3 · %4 B · nattch %5 · owner %6</source>
        <translation>키 %1 · 식별자 %2 · %3 · %4 B · nattch %5 · 소유자 %6</translation>
    </message>
    <message>
        <source>key %1 · id %2 · %3 · %4 B · nattch %5</source>
        <translation>키 %1 · 식별자 %2 · %3 · %4 B · nattch %5</translation>
    </message>
    <message>
        <source>id %1 · %2 · %3 B · nattch %4</source>
        <translation>식별자 %1 · %2 · %3 B · nattch %4</translation>
    </message>
    <message>
        <source>id %1 · nattch %2</source>
        <translation>식별자 %1 · nattch %2</translation>
    </message>
    <message>
        <source>removed, lives until the last detach</source>
        <translation>제거 표시됨, 마지막으로 뗄 때까지 살아 있음</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>페이지 %1 / %2</translation>
    </message>
    <message>
        <source>no copy through the kernel</source>
        <translation>커널을 거치는 복사 없음</translation>
    </message>
    <message>
        <source>no copy through the kernel (a queue or a pipe: two)</source>
        <translation>커널을 거치는 복사 없음 (큐나 파이프는 두 번)</translation>
    </message>
    <message>
        <source>A pipe or a message queue copies every byte twice: from the writer into the kernel, and from the kernel to the reader. A segment is the same memory in each process: no copy, no system call, and nobody waits.</source>
        <translation>파이프나 메시지 큐는 모든 바이트를 두 번 복사합니다: 쓰는 쪽에서 커널로, 커널에서 읽는 쪽으로. 세그먼트는 각 프로세스에서 같은 메모리입니다: 복사도, 시스템 호출도, 기다림도 없습니다.</translation>
    </message>
    <message>
        <source>go to offset…</source>
        <translation>오프셋으로…</translation>
    </message>
    <message>
        <source>%1 of %2 pages touched</source>
        <translation>%2페이지 중 %1페이지 사용됨</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>over a minute ago</source>
        <translation>1분 넘게 전</translation>
    </message>
    <message>
        <source>+%1 (0x%2): 0x%3 = %4</source>
        <translation>+%1 (0x%2): 0x%3 = %4</translation>
    </message>
    <message>
        <source>nobody has written here yet</source>
        <translation>여기에는 아직 아무도 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>last written by %1, who last wrote %2</source>
        <translation>마지막으로 쓴 것은 %1 (마지막 쓰기: %2)</translation>
    </message>
    <message>
        <source>id %1 at</source>
        <translation>식별자 %1:</translation>
    </message>
    <message>
        <source>Shared memory segment id %1</source>
        <translation>공유 메모리 세그먼트 %1</translation>
    </message>
    <message>
        <source>IPC_STAT of segment id %1</source>
        <translation>세그먼트 %1의 IPC_STAT</translation>
    </message>
    <message>
        <source>IPC_RMID: remove segment id %1</source>
        <translation>IPC_RMID: 세그먼트 %1 제거</translation>
    </message>
    <message>
        <source>Bytes of segment id %1: arrows, Page Up and Down, Home and End scroll, Escape follows the writes</source>
        <translation>세그먼트 %1의 바이트: 화살표, Page Up과 Page Down, Home과 End로 옮겨 보고, Escape로 쓰기를 따라감</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>아직 열림</translation>
    </message>
    <message>
        <source>read end</source>
        <translation>읽기 끝</translation>
    </message>
    <message>
        <source>write end</source>
        <translation>쓰기 끝</translation>
    </message>
    <message>
        <source>both ends</source>
        <translation>양쪽 끝</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>읽기용</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>쓰기용</translation>
    </message>
    <message>
        <source>to read and write</source>
        <translation>읽고 쓰기용</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>터미널</translation>
    </message>
    <message>
        <source>FIFO %1</source>
        <translation>FIFO %1</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>파일 %1, %2</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>그 밖의 것</translation>
    </message>
    <message>
        <source>read() takes</source>
        <translation>read()가 가져갈 것</translation>
    </message>
    <message>
        <source>+%1 bytes</source>
        <translation>+%1바이트</translation>
    </message>
    <message>
        <source>Empty: read() would sleep</source>
        <translation>비어 있음: read()를 하면 잠듭니다</translation>
    </message>
    <message>
        <source>Empty, no writer: read() returns 0</source>
        <translation>비었고 쓰는 쪽도 없음: read()는 0을 돌려줍니다</translation>
    </message>
    <message>
        <source>in packets: one read() each</source>
        <translation>패킷: 하나마다 read() 한 번</translation>
    </message>
    <message>
        <source>%1 waits for a byte</source>
        <translation>%1은(는) 바이트를 기다립니다</translation>
    </message>
    <message>
        <source>%1 waits for a free page: %2 of %3 are used</source>
        <translation>%1은(는) 빈 페이지를 기다립니다: %3개 가운데 %2개 사용 중</translation>
    </message>
    <message>
        <source>%1 waits in open() for a writer</source>
        <translation>%1은(는) open()에서 쓰는 쪽을 기다립니다</translation>
    </message>
    <message>
        <source>%1 waits in open() for a reader</source>
        <translation>%1은(는) open()에서 읽는 쪽을 기다립니다</translation>
    </message>
    <message>
        <source>bytes have come: it is being woken</source>
        <translation>바이트가 왔습니다: 깨어나는 중</translation>
    </message>
    <message>
        <source>for ever: no end-of-file while a write end is open (%1)</source>
        <translation>영원히: 쓰기 끝이 열려 있는 동안 파일 끝(EOF)은 오지 않습니다 (%1)</translation>
    </message>
    <message>
        <source>its end-of-file never comes while %1 stays open</source>
        <translation>%1이(가) 열려 있는 동안 파일 끝(EOF)은 오지 않습니다</translation>
    </message>
    <message>
        <source>the pipe is empty, a write end is open (%1)</source>
        <translation>파이프가 비었고 쓰기 끝이 열려 있습니다 (%1)</translation>
    </message>
    <message>
        <source>pipe %1</source>
        <translation>파이프 %1</translation>
    </message>
    <message>
        <source>gone with its last descriptor</source>
        <translation>마지막 디스크립터와 함께 사라짐</translation>
    </message>
    <message numerus="yes">
        <source>gone with its last descriptor: %n unread byte(s) lost</source>
        <translation>
            <numerusform>마지막 디스크립터와 함께 사라짐: 읽지 않은 %n바이트를 잃음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%2바이트 중 %1</translation>
    </message>
    <message>
        <source>%1 of %2 pages</source>
        <translation>%2페이지 중 %1</translation>
    </message>
    <message>
        <source>its name is gone</source>
        <translation>이름은 사라짐</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>잠듦</translation>
    </message>
    <message>
        <source>page %1 from the read end</source>
        <translation>읽기 끝에서 %1번째 페이지</translation>
    </message>
    <message>
        <source>pages %1 to %2 from the read end</source>
        <translation>읽기 끝에서 %1~%2번째 페이지</translation>
    </message>
    <message>
        <source>%1: free</source>
        <translation>%1: 비어 있음</translation>
    </message>
    <message>
        <source>%1: %2 bytes</source>
        <translation>%1: %2바이트</translation>
    </message>
    <message>
        <source>%1 bytes are read: the page is free only when all of it is</source>
        <translation>%1바이트는 읽었지만, 모두 읽어야 페이지가 비워집니다</translation>
    </message>
    <message>
        <source>a packet: one read() takes it whole</source>
        <translation>패킷: read() 한 번이 통째로 가져갑니다</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>쓴 프로세스: %1</translation>
    </message>
    <message>
        <source>Process %1: %2</source>
        <translation>프로세스 %1: %2</translation>
    </message>
    <message>
        <source>%1 · zombie: %2 has not waited for it</source>
        <translation>%1 · 좀비: %2이(가) 아직 wait하지 않음</translation>
    </message>
    <message>
        <source>%1 · forked by %2</source>
        <translation>%1 · %2이(가) fork</translation>
    </message>
    <message>
        <source>Go to an offset of segment id %1</source>
        <translation>세그먼트 %1에서 오프셋으로 가기</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>주소 %1</translation>
    </message>
    <message>
        <source>write to +%1</source>
        <translation>+%1에 쓰기</translation>
    </message>
    <message>
        <source>read at +%1</source>
        <translation>+%1에서 읽기</translation>
    </message>
    <message>
        <source>nothing is mapped there</source>
        <translation>거기에는 아무것도 매핑되어 있지 않음</translation>
    </message>
    <message>
        <source>of a read-only attachment</source>
        <translation>읽기 전용으로 붙인 곳</translation>
    </message>
    <message>
        <source>where mprotect allows nothing</source>
        <translation>mprotect가 모두 막은 곳</translation>
    </message>
    <message>
        <source>past the last page of the segment</source>
        <translation>세그먼트의 마지막 페이지 너머</translation>
    </message>
    <message>
        <source>after the segment was detached</source>
        <translation>세그먼트를 뗀 뒤</translation>
    </message>
    <message>
        <source>%1: there is no key. msgget(-1, IPC_CREAT | 0600) takes -1 for a key like any other, and makes an object with key 0xffffffff.</source>
        <translation>%1: 키가 없습니다. msgget(-1, IPC_CREAT | 0600)은 -1도 여느 키처럼 받아들여 키가 0xffffffff인 객체를 만듭니다.</translation>
    </message>
    <message>
        <source>Different keys: %1 differ.</source>
        <translation>다른 키: %1 부분이 다릅니다.</translation>
    </message>
    <message>
        <source>The same key from two different files: only the lowest bits count, so keys can collide.</source>
        <translation>서로 다른 두 파일에서 같은 키가 나왔습니다: 낮은 비트만 쓰이므로 키가 충돌할 수 있습니다.</translation>
    </message>
    <message>
        <source>The same key: of the id only the lowest eight bits count.</source>
        <translation>같은 키: id는 낮은 8비트만 쓰입니다.</translation>
    </message>
    <message>
        <source>The same key: the same inode number and the same id.</source>
        <translation>같은 키: 같은 inode 번호, 같은 id입니다.</translation>
    </message>
    <message>
        <source>The same key: both paths lead to one file (one st_ino).</source>
        <translation>같은 키: 두 경로가 한 파일(같은 st_ino)로 이어집니다.</translation>
    </message>
    <message>
        <source>id · low 8 bits</source>
        <translation>id · 낮은 8비트</translation>
    </message>
    <message>
        <source>st_dev · low 8</source>
        <translation>st_dev · 낮은 8비트</translation>
    </message>
    <message>
        <source>st_ino · low 16</source>
        <translation>st_ino · 낮은 16비트</translation>
    </message>
    <message>
        <source>ftok keys</source>
        <translation>ftok 키</translation>
    </message>
    <message>
        <source>Of the id only the lowest eight bits count: 0x%1 is lost.</source>
        <translation>id는 낮은 8비트만 쓰입니다: 0x%1 부분은 사라집니다.</translation>
    </message>
    <message>
        <source>Made from stat(2) of the file: no kernel object, only a number.</source>
        <translation>파일의 stat(2) 결과로 만듭니다: 커널 객체가 아니라 수일 뿐입니다.</translation>
    </message>
    <message>
        <source>Nobody has it open</source>
        <translation>연 프로세스 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n unread byte(s) lost with the last descriptor</source>
        <translation>
            <numerusform>읽지 않은 %n바이트를 마지막 디스크립터와 함께 잃음</numerusform>
        </translation>
    </message>
    <message>
        <source>end of file</source>
        <translation>파일 끝(EOF)</translation>
    </message>
    <message>
        <source>shm_segsz %1, shm_nattch %2</source>
        <translation>shm_segsz %1, shm_nattch %2</translation>
    </message>
    <message numerus="yes">
        <source>%n write end(s)</source>
        <translation>
            <numerusform>쓰기 끝 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read end(s)</source>
        <translation>
            <numerusform>읽기 끝 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Gone with its last attachment: the kernel has taken the pages back, and its id gives EINVAL from now on.</source>
        <translation>마지막으로 떼어 낼 때 사라졌습니다. 커널이 페이지를 거두었고, 이 식별자는 이제 EINVAL입니다.</translation>
    </message>
    <message>
        <source>child of %1</source>
        <translation>%1의 자식</translation>
    </message>
    <message>
        <source>write() copies in</source>
        <translation>write()가 복사해 넣음</translation>
    </message>
    <message>
        <source>read() copies out</source>
        <translation>read()가 복사해 꺼냄</translation>
    </message>
    <message>
        <source>copied out ←</source>
        <translation>복사해 꺼냄 ←</translation>
    </message>
    <message>
        <source>← copied in</source>
        <translation>← 복사해 넣음</translation>
    </message>
    <message numerus="yes">
        <source>Gone, with %n message(s).</source>
        <translation>
            <numerusform>메시지 %n개와 함께 사라졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who slept on it woke with EIDRM: %1.</source>
        <translation>여기서 자다가 EIDRM으로 깨어난 프로세스: %1.</translation>
    </message>
    <message>
        <source>Who began the call anew got EINVAL: %1.</source>
        <translation>호출을 다시 시작하여 EINVAL을 받은 프로세스: %1.</translation>
    </message>
    <message>
        <source>Its id gives EINVAL from now on.</source>
        <translation>이 식별자는 이제 EINVAL입니다.</translation>
    </message>
    <message>
        <source>Not at the same time.</source>
        <translation>동시에 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was done %2 before %3 began.</source>
        <translation>%1 프로세스가 끝나고 %2 뒤에 %3 프로세스가 시작했습니다.</translation>
    </message>
    <message>
        <source>Together they added %1, and none was lost: %2 says %3. With more rounds they meet.</source>
        <translation>합쳐서 %1을(를) 더했고 잃은 것은 없습니다: %2의 값은 %3입니다. 더 많이 반복하면 서로 만납니다.</translation>
    </message>
    <message>
        <source>Together they added %1; %2 says %3.</source>
        <translation>합쳐서 %1을(를) 더했고, %2의 값은 %3입니다.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>종료 %1</translation>
    </message>
    <message>
        <source>zombie: %1 has not waited for it</source>
        <translation>좀비: %1 프로세스가 아직 wait하지 않음</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>좀비</translation>
    </message>
    <message>
        <source>No reader: who write()s gets SIGPIPE</source>
        <translation>읽는 쪽 없음: write() 하면 SIGPIPE</translation>
    </message>
    <message>
        <source>What msgrcv would take next: predict first</source>
        <translation>msgrcv가 다음에 꺼낼 메시지: 먼저 예측해 보세요</translation>
    </message>
</context>
<context>
    <name>ipclab::StatusLine</name>
    <message>
        <source>● kernel %1 · real processes, real system calls</source>
        <translation>● 커널 %1 · 실제 프로세스, 실제 시스템 호출</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>프로세스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipe(s)</source>
        <translation>
            <numerusform>파이프 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n FIFO(s)</source>
        <translation>
            <numerusform>FIFO %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>세그먼트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>큐 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>events %1 · lost %2</source>
        <translation>이벤트 %1 · 손실 %2</translation>
    </message>
    <message>
        <source>moment %1 of %2</source>
        <translation>시점 %1 / %2</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>private IPC namespace · objects are removed when the lab closes</source>
        <translation>전용 IPC 네임스페이스 · 실습실을 닫으면 객체가 제거됨</translation>
    </message>
    <message>
        <source>objects are removed when the lab closes</source>
        <translation>실습실을 닫으면 객체가 제거됨</translation>
    </message>
    <message>
        <source> · waits for the lab %1</source>
        <translation> · 실습실 기다림 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::SuggestionList</name>
    <message>
        <source>Try next</source>
        <translation>다음에 해 보기</translation>
    </message>
</context>
<context>
    <name>ipclab::Timeline</name>
    <message>
        <source>queue %1</source>
        <translation>큐 %1</translation>
    </message>
    <message>
        <source>asleep in msgrcv, type %1</source>
        <translation>msgrcv에서 잠듦, 타입 %1</translation>
    </message>
    <message numerus="yes">
        <source>asleep in msgsnd, %n byte(s)</source>
        <translation>
            <numerusform>msgsnd에서 잠듦, %n바이트</numerusform>
        </translation>
    </message>
    <message>
        <source>asleep in %1</source>
        <translation>%1에서 잠듦</translation>
    </message>
    <message>
        <source>%1: %2 calls, %3 of them failed</source>
        <translation>%1: 호출 %2번, 그중 실패 %3번</translation>
    </message>
    <message>
        <source>began at %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>in the call for %1 so far</source>
        <translation>지금까지 %1 동안 호출 중</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>걸린 시간 %1</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>A lane of calls for each process, and the length of each queue. Click a call to go to its moment.</source>
        <translation>프로세스마다 호출이 한 줄로, 큐마다 길이가 나옵니다. 호출을 누르면 그 시점으로 갑니다.</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Add a process and make a call: it appears here as a block, and stays as long as it sleeps.</source>
        <translation>아직 아무 일도 없습니다. 프로세스를 추가하고 호출하면 여기에 막대로 나타나고, 잠들어 있는 만큼 길어집니다.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>최신 따라가기</translation>
    </message>
    <message>
        <source>Fold idle gaps</source>
        <translation>빈 구간 접기</translation>
    </message>
    <message>
        <source>%1 never returned</source>
        <translation>%1 반환 못 함</translation>
    </message>
    <message>
        <source>never returned: the process ended in it</source>
        <translation>반환하지 못함: 호출 중에 프로세스가 끝남</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>정지됨</translation>
    </message>
    <message>
        <source>asleep in %1, descriptor %2</source>
        <translation>%1에서 잠듦, 디스크립터 %2</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>세그먼트 %1</translation>
    </message>
    <message>
        <source>pipe %1</source>
        <translation>파이프 %1</translation>
    </message>
    <message>
        <source>FIFO %1</source>
        <translation>FIFO %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>refused by the lab</source>
        <translation>실습실이 거부</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 거부됨</translation>
    </message>
</context>
<context>
    <name>ipclab::Toolbar</name>
    <message>
        <source>lesson or free play</source>
        <translation>수업 또는 자유 실습</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ 뒤로</translation>
    </message>
    <message>
        <source>▶ Next step</source>
        <translation>▶ 다음 단계</translation>
    </message>
    <message>
        <source>▶▶ Play</source>
        <translation>▶▶ 재생</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● 현재</translation>
    </message>
    <message>
        <source>+ Process</source>
        <translation>+ 프로세스</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Lecture mode F11</source>
        <translation>강의 모드 F11</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Hold before each call</source>
        <translation>호출 직전에 멈추기</translation>
    </message>
    <message>
        <source>A call waits as “held” until the next step lets it go.</source>
        <translation>다음 단계를 누를 때까지 호출이 “호출 직전” 상태로 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ 일시 정지</translation>
    </message>
    <message>
        <source>An earlier moment is shown. Back to the present (Ctrl+L)</source>
        <translation>이전 시점을 보고 있습니다. 현재로 돌아가기 (Ctrl+L)</translation>
    </message>
    <message>
        <source>The present is shown</source>
        <translation>현재를 보고 있습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::TroublePage</name>
    <message>
        <source>ipclab-supervisor and ipclab-worker must stand beside ipclab, or in ../libexec/ipclab. Install or build all of them.</source>
        <translation>ipclab-supervisor와 ipclab-worker가 ipclab 옆이나 ../libexec/ipclab에 있어야 합니다. 모두 설치하거나 빌드하세요.</translation>
    </message>
    <message>
        <source>The system denies it. Start the lab without --private, or as a user who may start processes there.</source>
        <translation>시스템이 거부합니다. --private 없이 시작하거나, 거기서 프로세스를 시작할 수 있는 사용자로 시작하세요.</translation>
    </message>
    <message>
        <source>The system is short of memory, processes or descriptors. Close other programs and try again.</source>
        <translation>시스템에 메모리, 프로세스 또는 디스크립터가 부족합니다. 다른 프로그램을 닫고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>A limit of the system is reached. Remove what is no longer used (ipcs shows it, ipcrm removes it) and try again.</source>
        <translation>시스템의 한도에 이르렀습니다. 쓰지 않는 것을 제거하고(ipcs로 보고 ipcrm으로 제거) 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Try again. If it stays, start ipclab in a terminal: what the supervisor prints there says more.</source>
        <translation>다시 해 보세요. 계속되면 터미널에서 ipclab을 시작하세요. 감독 프로세스가 거기에 자세한 내용을 출력합니다.</translation>
    </message>
    <message>
        <source>The laboratory could not be opened</source>
        <translation>실습실을 열지 못했습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 해 보기</translation>
    </message>
</context>
<context>
    <name>ipclab::Workspace</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>C source</source>
        <translation>C 소스</translation>
    </message>
    <message>
        <source>Kernel tables (ipcs)</source>
        <translation>커널 테이블(ipcs)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>views of what happened</source>
        <translation>일어난 일 보기</translation>
    </message>
</context>
</TS>
