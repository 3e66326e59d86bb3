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
  trap 'rm -rf "$work"' EXIT
}

# What the machine is, for whoever reads the result later.
machine() {
  echo "machine: $(uname -sr), $(nproc) CPUs, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo)"
  echo "date: $(date -u +%Y-%m-%dT%H:%MZ), load before: $(cut -d' ' -f1 /proc/loadavg), commit: $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none)"
}

# Keeps a copy of all that is printed from now on; a quick run is not kept.
keep() {
  if [ "$quick" = false ]; then
    exec > >(tee "$root/benchmarks/results/$name${chosen//--/-}.txt") 2>&1
  fi
  machine
}

# The seconds that a command takes, in $seconds; its output goes to a file.
timed() {
  local into=$1 start
  shift
  start=$(date +%s.%N)
  "$@" >"$into" 2>&1 || { status=$?; tail -n 40 "$into"; echo "$name: '$*' ended with $status."; exit 1; }
  seconds=$(since "$start" %.1f)
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

# Runs a command between two measurements of the yardstick; $measured is then their mean.
by_yardstick() {
  local before after
  before=$(yardstick)
  "$@"
  after=$(yardstick)
  measured=$(awk -v a="$before" -v b="$after" 'BEGIN {printf "%.3f", (a + b) / 2}')
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

# Runs a simulation so many times, each in a JVM of its own, into $work/reports; gates may break, and $seconds is what a run took. All is
# compiled before, for each goal would compile it anew.
repeat() {
  local times=$1 simulation=$2 goals=()
  shift 2
  for ((i = 0; i < times; i++)); do goals+=(gatling:test); done
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q test-compile
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q "${goals[@]}" -Dmaven.main.skip=true -Dmaven.test.skip=true \
    -Dgatling.simulationClass="$simulation" -Dgatling.resultsFolder="$work/reports" -Dgatling.failOnError=false -Dgatling.noReports=true "$@"
  seconds=$(awk -v s="$seconds" -v n="$times" 'BEGIN {printf "%.0f", s / n}')
}

# The one run in a folder of reports.
run_in() { find "$1" -mindepth 1 -maxdepth 1 -type d -name '*-*' | sort | tail -n 1; }

# The last line, and the exit code: <name>: <figure> (bound <bound>).
verdict() {
  local figure=$1 bound=$2 within=$3
  echo "$name: $figure (bound $bound)"
  "$within"
}
