# What the scripts share that run the services of the system `users` by themselves: it is sourced after lib.sh and scratch, not run.
# shellcheck shell=bash disable=SC2154 # lib.sh sets $root, $name and $work

users_home=$root/services/users
# The names of all that is made in shared memory begin with this.
shared=/dev/shm/$(basename "$work")

# Ends users-data if start_data started it, and removes what a killed run would leave in shared memory.
clear_up_users() {
  if [ -n "${data_pid:-}" ]; then
    kill "$data_pid" 2>/dev/null || true
    wait "$data_pid" 2>/dev/null || true
  fi
  rm -rf -- "$shared"*
  clear_up
}
trap clear_up_users EXIT

# Builds users-api and its companions into $work/bin, and installs the packages of users-data into an environment of this run.
build_users() {
  timed "$work/log" env CGO_ENABLED=0 go build -C "$users_home/users-api" -trimpath -o "$work/bin/" ./...
  virtual_environment "$work/python" "$users_home/requirements.txt"
  export PYTHONPATH=$users_home/users-data/python PYTHONDONTWRITEBYTECODE=1
  users_data=("$work/python/bin/python" -m users_data)
}

# Starts users-data on a free port; its address is then $data_url, its folder $shared.
start_data() {
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  data_url=http://127.0.0.1:$port
  HOST=127.0.0.1 PORT=$port USERS_SHARED=$shared "${users_data[@]}" >"$work/users-data.log" 2>&1 &
  data_pid=$!
  for _ in $(seq 150); do
    if curl -fs -o "$work/health" "$data_url/health"; then return; fi
    sleep 0.2
  done
  cat "$work/users-data.log"
  echo "$name: users-data was not healthy at $data_url within 30 s." >&2
  exit 1
}
