# A room is one folder and one build target, linked to nothing but the rooms it may include.

# ipclab_compile_options(TARGET): warnings and sanitizers, the same for every target.
function(ipclab_compile_options target)
    set_property(GLOBAL APPEND PROPERTY ipclab_targets ${target})
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                             -Wno-sign-conversion)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # GCC 12 warns falsely of "literal" + std::string (its bug 105651).
        target_compile_options(${target} PRIVATE -Wno-restrict)
    endif()
    if(IPCLAB_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(IPCLAB_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined
                                                 -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=undefined)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    endif()
endfunction()

# ipclab_room(NAME SOURCES ... [USES ...]): the static library ipclab_NAME. USES names rooms
# (ipclab_*) and libraries that its headers or sources include.
function(ipclab_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES" ${ARGN})
    add_library(ipclab_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(ipclab_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(ipclab_${name} PUBLIC ${ROOM_USES})
    ipclab_compile_options(ipclab_${name})
endfunction()

# ipclab_program(NAME SOURCES ... [USES ...]): the executable bin/NAME.
function(ipclab_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${PROGRAM_USES})
    ipclab_compile_options(${name})
endfunction()
