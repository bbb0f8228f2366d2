# shellcheck shell=bash
# Sourced by gui/run and tests/run: finds out what is missing to build, and installs it where the
# system is Debian or Ubuntu. Elsewhere it prints the command that would do it, and changes nothing.
#
#   install_dependencies WHAT ASSUME_YES
#
# WHAT is "window" or "tests" (which adds what only the tests need). With ASSUME_YES=1 apt asks
# nothing. Returns 1, with the exact command printed, where the user has to act first.

# One package a line. "a|b" is one package under two names: the first that the system knows is taken.
debian_packages() {
    cat <<'END'
g++
cmake
ninja-build
qt6-base-dev
qt6-svg-dev|libqt6svg6-dev
qt6-tools-dev
qt6-tools-dev-tools
qt6-l10n-tools
libgl-dev
libfmt-dev
uidmap
END
    # A font with Hangul, and any font at all: Qt draws boxes without one.
    has_korean_font || echo fonts-nanum
    if [ "$1" = tests ]; then
        printf '%s\n' xvfb xauth xdotool fontconfig
    fi
}

fedora_packages() {
    printf '%s\n' gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtsvg-devel qt6-qttools-devel \
        qt6-linguist mesa-libGL-devel fmt-devel shadow-utils google-noto-sans-cjk-fonts
    if [ "$1" = tests ]; then printf '%s\n' xorg-x11-server-Xvfb xorg-x11-xauth xdotool; fi
}

arch_packages() {
    printf '%s\n' gcc cmake ninja qt6-base qt6-svg qt6-tools fmt shadow noto-fonts-cjk
    if [ "$1" = tests ]; then printf '%s\n' xorg-server-xvfb xorg-xauth xdotool; fi
}

opensuse_packages() {
    printf '%s\n' gcc-c++ cmake ninja qt6-base-devel qt6-svg-devel qt6-linguist-devel \
        Mesa-libGL-devel fmt-devel shadow google-noto-sans-cjk-fonts
    if [ "$1" = tests ]; then printf '%s\n' xorg-x11-server-Xvfb xauth xdotool; fi
}

has_korean_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ko family 2>/dev/null)" ]
}

# debian, fedora, arch, opensuse, or the system's own name for itself.
system_family() {
    local ID="" ID_LIKE="" word
    if [ -r /etc/os-release ]; then . /etc/os-release; fi
    for word in $ID $ID_LIKE; do
        case $word in
        debian | ubuntu) echo debian && return ;;
        fedora | rhel | centos) echo fedora && return ;;
        arch) echo arch && return ;;
        opensuse* | suse | sles) echo opensuse && return ;;
        esac
    done
    echo "${ID:-unknown}"
}

installed_debian() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
installed_fedora() { rpm -q --whatprovides "$1" >/dev/null 2>&1; }
installed_arch() { pacman -Q "$1" >/dev/null 2>&1; }
installed_opensuse() { rpm -q --whatprovides "$1" >/dev/null 2>&1; }

# missing_packages FAMILY WHAT: the packages of which no name is installed, as they are listed.
missing_packages() {
    local names name
    while read -r names; do
        for name in ${names//|/ }; do
            if "installed_$1" "$name"; then continue 2; fi
        done
        echo "$names"
    done < <("$1_packages" "$2")
}

# Of "a|b", the first name that apt could install; the first one when it knows none of them.
known_name() {
    local name
    for name in ${1//|/ }; do
        if [ -n "$(apt-cache madison "$name" 2>/dev/null)" ]; then echo "$name" && return; fi
    done
    echo "${1%%|*}"
}

# install_debian ASSUME_YES PACKAGE…
install_debian() {
    local yes=$1 names="" package
    shift
    local -a as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            for package in "$@"; do names+=" $(known_name "$package")"; done
            echo "Missing, and there is no sudo here. As root, run this and then start again:" >&2
            echo "    apt-get update && apt-get install$names" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    # A fresh machine knows no packages yet; one without a network may still have them at hand.
    "${as_root[@]}" apt-get update || echo "apt-get update failed; trying with what apt knows." >&2
    for package in "$@"; do names+=" $(known_name "$package")"; done
    echo "Installing:$names"
    # shellcheck disable=SC2086 # one word a package
    if [ "$yes" = 1 ]; then
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y $names
    else
        "${as_root[@]}" apt-get install $names
    fi
}

# print_command FAMILY PACKAGE…: how to install them there.
print_command() {
    local -A command=(
        [fedora]="sudo dnf install" [arch]="sudo pacman -S --needed" [opensuse]="sudo zypper install"
    )
    local family=$1
    shift
    echo "Missing. Run this and then start again:" >&2
    echo "    ${command[$family]} $*" >&2
}

install_dependencies() {
    local what=$1 yes=$2 family
    local -a missing
    family=$(system_family)
    case $family in
    debian | fedora | arch | opensuse) mapfile -t missing < <(missing_packages "$family" "$what") ;;
    *)
        echo "This system ($family) is not one whose packages are known here. Needed: g++ 12 or" >&2
        echo "newer, CMake 3.25, Ninja, Qt 6.4 (Core, Gui, Widgets, Svg, LinguistTools, Test)," >&2
        echo "fmt 9, newuidmap and newgidmap, a font with Hangul. Going on with what is there." >&2
        return 0
        ;;
    esac
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    if [ "$family" = debian ]; then
        install_debian "$yes" "${missing[@]}"
    else
        print_command "$family" "${missing[@]}"
        return 1
    fi
}

# configure_and_build PRESET TARGET…: every target when none is named. ccache is used where it is.
configure_and_build() {
    local preset=$1
    shift
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
    fi
    cmake --preset "$preset"
    if [ $# -gt 0 ]; then
        cmake --build "build/$preset" --target "$@"
    else
        cmake --build "build/$preset"
    fi
}
