# Completions of duly for fish, which asks duly itself what can follow.
function __duly_answer
    set --local words (commandline --current-process --tokenize --cut-at-cursor)
    set --local begun (commandline --current-token --cut-at-cursor)
    command duly --complete $words "$begun" 2>/dev/null
end

function __duly_takes --argument-names paths
    set --local answer (__duly_answer)
    test "$answer[1]" = $paths
end

function __duly_words
    set --local answer (__duly_answer)
    set --erase answer[1]
    string join \n -- $answer
end

complete --command duly --no-files --arguments '(__duly_words)'
complete --command duly --condition '__duly_takes files' --force-files
complete --command duly --condition '__duly_takes folders' --arguments '(__fish_complete_directories (commandline --current-token))'
