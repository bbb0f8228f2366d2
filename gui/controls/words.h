#pragma once

#include "gui/words/words.h"
