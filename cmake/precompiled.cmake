# The headers that half of all compiling time went into are compiled once for each kind of target.
# What a target includes does not change: the preset "dev" compiles without them, so that a missing
# #include shows. Configure with -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON to do without.

set(standard_headers
    <algorithm> <array> <atomic> <charconv> <chrono> <cstdint> <cstring> <deque> <expected>
    <fmt/format.h> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <utility> <variant> <vector>)
set(core_headers
    <QCoreApplication> <QElapsedTimer> <QObject> <QPointF> <QRectF> <QRegularExpression>
    <QString> <QStringList> <QTimer> <QVariant>)
set(window_headers
    <QApplication> <QBoxLayout> <QComboBox> <QLabel> <QLineEdit> <QPainter> <QPainterPath>
    <QPushButton> <QScrollArea> <QWidget>)
set(test_headers <QSignalSpy> <QTemporaryDir> <QTest>)

# Qt tells each test its folders, for test data that is looked up (QFINDTESTDATA); here there is none.
set(same_for_all_tests -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)

# ipclab_precompiled(NAME HEADERS … USES …): a target that others reuse the headers of.
function(ipclab_precompiled name)
    cmake_parse_arguments(KIND "" "" "HEADERS;USES" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// For the headers' sake.\n")
    add_library(ipclab_precompiled_${name} OBJECT ${source})
    target_link_libraries(ipclab_precompiled_${name} PRIVATE ${KIND_USES})
    ipclab_compile_options(ipclab_precompiled_${name})
    if(name MATCHES test)
        target_compile_options(ipclab_precompiled_${name} PRIVATE ${same_for_all_tests})
    endif()
    target_precompile_headers(ipclab_precompiled_${name} PRIVATE ${KIND_HEADERS})
endfunction()

# What a target links to, and what that links to, and so on.
function(ipclab_all_uses target all)
    set(open ${target})
    set(found)
    while(open)
        list(POP_FRONT open each)
        if(each IN_LIST found OR NOT TARGET ${each})
            continue()
        endif()
        list(APPEND found ${each})
        get_target_property(uses ${each} INTERFACE_LINK_LIBRARIES)
        if(each STREQUAL target)
            get_target_property(uses ${each} LINK_LIBRARIES)
        endif()
        if(uses)
            list(APPEND open ${uses})
        endif()
    endwhile()
    set(${all} ${found} PARENT_SCOPE)
endfunction()

# Of each target: the kind whose flags it has, empty for none.
function(ipclab_kind target kind)
    ipclab_all_uses(${target} uses)
    set(found)
    if(NOT fmt::fmt IN_LIST uses)
        # Its flags differ from those that the headers are compiled with.
    elseif(Qt6::Test IN_LIST uses AND Qt6::Widgets IN_LIST uses)
        set(found gui_test)
    elseif(Qt6::Test IN_LIST uses)
        set(found test)
    elseif(Qt6::Widgets IN_LIST uses)
        set(found window)
    elseif(Qt6::Core IN_LIST uses)
        set(found core)
    else()
        set(found standard)
    endif()
    set(${kind} ${found} PARENT_SCOPE)
endfunction()

# To be called when every target of the project is there.
function(ipclab_precompile_headers)
    get_property(targets GLOBAL PROPERTY ipclab_targets)
    ipclab_precompiled(standard HEADERS ${standard_headers} USES fmt::fmt)
    if(IPCLAB_GUI)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
        ipclab_precompiled(core HEADERS ${standard_headers} ${core_headers}
                           USES fmt::fmt Qt6::Core)
        ipclab_precompiled(window HEADERS ${standard_headers} ${core_headers} ${window_headers}
                           USES fmt::fmt Qt6::Widgets)
    endif()
    if(IPCLAB_GUI AND IPCLAB_TESTS)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
        ipclab_precompiled(test HEADERS ${standard_headers} ${core_headers} ${test_headers}
                           USES fmt::fmt Qt6::Test)
        ipclab_precompiled(gui_test HEADERS ${standard_headers} ${core_headers} ${window_headers}
                                            ${test_headers} USES fmt::fmt Qt6::Test Qt6::Widgets)
    endif()
    foreach(target ${targets})
        ipclab_kind(${target} kind)
        if(NOT kind OR NOT TARGET ipclab_precompiled_${kind})
            continue()
        endif()
        target_precompile_headers(${target} REUSE_FROM ipclab_precompiled_${kind})
        if(kind MATCHES test)
            target_compile_options(${target} PRIVATE ${same_for_all_tests})
        endif()
    endforeach()
endfunction()
