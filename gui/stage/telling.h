// How much a stage tells, from everything to the least: the layout takes the first that fits.
#pragma once

#include "gui/stage/layout.h"

#include <array>

namespace ipclab {

/// How much each item may tell.
struct Telling {
    Density cards = Density::Full, objects = Density::Full;
    TableForm form = TableForm::Folded;
    int buffers = 3;   ///< at most so many rows of variables
    bool named = true; ///< a card that is too narrow for both gives its state a row of its own
};

/// The richest first.
inline constexpr std::array tellings{
    Telling{},
    Telling{.form = TableForm::Opened},
    Telling{.form = TableForm::Opened, .buffers = 2},
    Telling{.objects = Density::Compact, .form = TableForm::Folded},
    Telling{.objects = Density::Compact, .form = TableForm::Opened},
    Telling{.objects = Density::Compact, .form = TableForm::Opened, .buffers = 2},
    Telling{.form = TableForm::OneLine, .buffers = 2},
    Telling{.objects = Density::Compact, .form = TableForm::OneLine, .buffers = 2},
    Telling{.objects = Density::Compact, .form = TableForm::OneLine, .buffers = 1},
    Telling{.cards = Density::Compact, .objects = Density::Compact},
    Telling{.cards = Density::Compact, .objects = Density::Tiny},
    Telling{.cards = Density::Tiny, .objects = Density::Compact},
    Telling{.cards = Density::Tiny, .objects = Density::Tiny},
    Telling{.cards = Density::Tiny, .objects = Density::Tiny, .named = false},
};

} // namespace ipclab
