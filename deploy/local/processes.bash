# What up and down know of the processes of a run; sourced by both, and by history.

# Whether a process is one of ours: its number may belong to somebody else by now, and ours are all Java.
ours() {
  if [ -d /proc/self ]; then
    [ "$(cat "/proc/$1/comm" 2>/dev/null)" = java ]
  else
    [ "$(basename "$(ps -o comm= -p "$1" 2>/dev/null)")" = java ]
  fi
}

# The names of a run's processes that ended by themselves. Its launcher may leave, and the past ends when it is through.
gone() {
  [ -e "$1/processes" ] || return 0
  local name number
  while read -r name number; do
    case $name in launcher | history) continue ;; esac
    ours "$number" || echo "$name"
  done <"$1/processes"
}

# Whether a run with that data directory has a process. Its file has a line for each, name and number, in the order they end.
runs() {
  [ -e "$1/processes" ] || return 1
  local name number
  while read -r name number; do
    if ours "$number"; then return 0; fi
  done <"$1/processes"
  return 1
}
