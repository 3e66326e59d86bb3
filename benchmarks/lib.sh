# What every benchmark script shares: it is sourced, not run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$(basename "$0")
quick=false
chosen=

# A script names further options of its own in $options before it sources this; those that are given stand in $chosen.
for argument in "$@"; do
  case " --quick${options:+ $options} " in
    *" $argument "*) if [ "$argument" = --quick ]; then quick=true; else chosen="$chosen$argument"; fi ;;
    *)
      echo "$name: '$argument' is no option; expected --quick${options:+ or $options} or nothing." >&2
      exit 2
      ;;
  esac
done

# Says what is missing and ends with 2, unless all these commands are there.
need() {
  local command
  for command in "$@"; do
    if ! command -v "$command" >/dev/null; then
      echo "$name: '$command' is not installed; see benchmarks/README.md for the package." >&2
      exit 2
    fi
  done
}

# A folder of this run, deleted at its end.
scratch() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/versus-$name-XXXXXX")
  trap clear_up EXIT
}

# For a script with more to end, which then has a trap of its own.
clear_up() {
  end_neighbour
  rm -rf "$work"
}

# Starts a neighbour that burns one CPU in bursts, as benchmarks/neighbour.py says; it ends with this script, even a killed one.
start_neighbour() {
  local seed=${SEED:-$RANDOM}
  need python3
  echo "with a neighbour that burns one CPU a third of the time, in bursts of 0.2 to 3 s; SEED=$seed draws the same bursts"
  python3 "$root/benchmarks/neighbour.py" $$ "$seed" 43200 &
  neighbour=$!
}

end_neighbour() {
  [ -n "${neighbour:-}" ] || return 0
  kill "$neighbour" 2>/dev/null || true
  wait "$neighbour" 2>/dev/null || true
  neighbour=
}

# What the machine is, for whoever reads the result later.
machine() {
  echo "machine: $(uname -sr), $(nproc) CPUs, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo)"
  echo "date: $(date -u +%Y-%m-%dT%H:%MZ), load before: $(cut -d' ' -f1 /proc/loadavg), commit: $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none)"
}

# Keeps a copy of all that is printed from now on, and has a place for raw figures in $raw; of a quick run nothing is kept. With --neighbour
# it has a neighbour from then on.
# shellcheck disable=SC2034 # for the scripts
keep() {
  local kept=$root/benchmarks/results/$name${chosen//--/-}
  raw=$work/raw.jsonl
  if [ "$quick" = false ]; then
    raw=$kept.jsonl
    exec > >(tee "$kept.txt") 2>&1
  fi
  rm -f "$raw"
  machine
  if [[ $chosen == *--neighbour* ]]; then start_neighbour; fi
}

# The seconds that a command takes, in $seconds; its output goes to a file.
timed() {
  local into=$1 start
  shift
  start=$(date +%s.%N)
  "$@" >"$into" 2>&1 || { status=$?; tail -n 40 "$into"; echo "$name: '$*' ended with $status."; exit 1; }
  seconds=$(since "$start" %.1f)
}

# Makes a virtual environment with the packages that a file pins.
virtual_environment() {
  timed "$work/log" python3 -m venv "$1"
  timed "$work/log" "$1/bin/pip" install --quiet --no-input --disable-pip-version-check --require-hashes --only-binary :all: -r "$2"
}

# The seconds since a moment of `date +%s.%N`, in a format of awk's.
since() { awk -v a="$1" -v b="$(date +%s.%N)" -v format="$2" 'BEGIN {printf format, b - a}'; }

# Whether a number is at most another; what is no number is not.
at_most() { awk -v a="$1" -v b="$2" 'BEGIN {n = "^-?[0-9]+([.][0-9]+)?$"; exit !(a ~ n && b ~ n && a + 0 <= b + 0)}'; }

# ---- the yardstick: how fast is this machine now? See benchmarks/README.md --------------------------------------------------------

# The seconds of the reference machine.
recorded=$(sed -n 's/^seconds: //p' "$root/benchmarks/yardstick.txt")

# The seconds of one run of Yardstick.java.
piece() {
  local start digest
  start=$(date +%s.%N)
  digest=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$root/benchmarks/Yardstick.java") || return
  [ "$digest" = dd543b517f855fa8 ] || { echo "$name: the yardstick answered '$digest', so it was not measured." >&2; return 1; }
  since "$start" '%.3f\n'
}

# The seconds of the yardstick on this machine at this moment: the median of three runs.
yardstick() {
  local pieces
  pieces=$(piece && piece && piece) || return
  LC_ALL=C sort -n <<<"$pieces" | sed -n 2p
}

mean() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.3f", (a + b) / 2}'; }

# Runs a command between two measurements of the yardstick; $measured is then their mean.
by_yardstick() {
  local before after
  before=$(yardstick)
  "$@"
  after=$(yardstick)
  measured=$(mean "$before" "$after")
  echo "yardstick: $before s before and $after s after, recorded $recorded s"
}

# Seconds of the last command that ran by the yardstick, in yardstick seconds.
in_yardstick() {
  awk -v s="$1" -v r="$recorded" -v m="$measured" 'BEGIN {if (r + 0 <= 0 || m + 0 <= 0) exit 1; printf "%.2f", s * r / m}'
}

# ------------------------------------------------------------------------------------------------------------------------------------

# Builds Versus and its benchmarks; "${benchmark_java[@]}" <class> then runs one of them, without a load generator, from the root folder.
java_with_benchmarks() {
  (cd "$root" && ./mvnw -B -ntp -q test-compile && ./versus --version >/dev/null)
  # shellcheck disable=SC2034 # for the scripts
  benchmark_java=(java -Xmx512m -XX:+UseSerialGC -cp "target/classes:target/test-classes:$(cat "$root/target/versus.classpath")")
}

# Compiles all, and builds the services of a system, so that a run finds everything built.
built_ahead() {
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q test-compile
  timed "$work/log" "$root/versus" build "$@"
}

# Runs a simulation so many times, each by a command as a user gives it, into the folder of reports $work/<name>; gates may break. The
# seconds of each run from the command to its end, and the same in yardstick seconds, are then a line of $work/<name>.times; $seconds is
# their mean.
repeat() {
  local times=$1 reports=$work/$2 simulation=$3 title=$2 before after run
  shift 3
  mkdir -p "$reports"
  : >"$reports.times"
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q test-compile
  after=$(yardstick)
  for ((run = 1; run <= times; run++)); do
    before=$after
    timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q gatling:test -Dgatling.simulationClass="$simulation" \
      -Dgatling.resultsFolder="$reports" -Dgatling.failOnError=false -Dgatling.noReports=true "$@"
    after=$(yardstick)
    measured=$(mean "$before" "$after")
    echo "$seconds $(in_yardstick "$seconds")" >>"$reports.times"
    echo "$title, run $run of $times: $seconds s, $(in_yardstick "$seconds") yardstick s"
  done
  seconds=$(awk '{s += $1} END {printf "%.0f", s / NR}' "$reports.times")
}

# The one run in a folder of reports.
run_in() { find "$1" -mindepth 1 -maxdepth 1 -type d -name '*-*' | sort | tail -n 1; }

# The last line, and the exit code: <name>: <figure> (bound <bound>).
verdict() {
  local figure=$1 bound=$2 within=$3
  end_neighbour
  echo "$name: $figure (bound $bound)"
  "$within"
}

# The same from what `conclude` of results.py left.
concluded() { verdict "$(<"$work/figure")" "$(<"$work/bound")" all_within; }
all_within() { [ "$(<"$work/within")" = yes ]; }
