#pragma once

#include <QCoreApplication>

namespace ipclab {

/// The translation context of every word on the stage.
struct StageTr {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Stage)
};

} // namespace ipclab
