#!/usr/bin/env bash
# Starts the self-contained folder once in a root of its own, in which there is the C library and hardly more (no
# Python, no shell), and with the network taken away: the demo runs, and the page answers. Linux only.
# usage: bundle/try_it.sh [FOLDER]
set -euo pipefail

folder=$(realpath "${1:-dist/roundbook}")
if [ "${BARE:-}" = "" ]; then
  as_root=(--map-root-user)
  [ "$(id -u)" = 0 ] && as_root=()
  if command -v ip >/dev/null && unshare "${as_root[@]}" --net --mount true 2>/dev/null; then
    BARE=yes exec unshare "${as_root[@]}" --net --mount "$0" "$folder"
  fi
  echo "No namespaces, or no program \"ip\": Python and the network are there, and only the environment is empty." >&2
fi

make_root() { # $1: an empty folder, which becomes the root
  mount -t tmpfs none "$1"
  mkdir -p "$1"/{program,home,tmp,proc,dev/shm}
  mount --rbind "$folder" "$1/program"
  mount --rbind /proc "$1/proc"
  mount -t tmpfs none "$1/dev/shm"
  for device in null zero urandom; do
    touch "$1/dev/$device"
    mount --bind "/dev/$device" "$1/dev/$device"
  done
  # What every Linux has and the folder does not bring along: the C library, and zlib for its very first step.
  for library in libc libz libm libdl libpthread librt libutil libresolv; do
    while read -r path; do
      install -D "$(realpath "$path")" "$1$path"
    done < <(ldconfig -p | sed -n "s|^\s*${library}\.so\.[0-9] .*=> ||p")
  done
  loader=$(ldd "$folder/roundbook" | sed -n 's|^\s*\(/\S*ld-linux\S*\) .*|\1|p')
  install -D "$(realpath "$loader")" "$1$loader"
}

root=$(mktemp -d)
mkdir -p "$root"/{home,tmp}
if [ "${BARE:-}" = yes ]; then
  ip link set lo up # this computer itself is not the network
  make_root "$root"
  home=/home
  roundbook=(env -i HOME=/home LANG=C.UTF-8 "$(command -v chroot)" "$root" /program/roundbook)
else
  home=$root/home
  roundbook=(env -i HOME="$home" LANG=C.UTF-8 "$folder/roundbook")
fi
now() { echo "${EPOCHREALTIME/[.,]/}"; } # in millionths of a second
since() { local took=$((($(now) - $1) / 10000)); printf '%d.%02d' $((took / 100)) $((took % 100)); }
say() { printf '%-42s %s\n' "$1" "$2"; }

say "Size of the folder" "$(du -sh "$folder" | cut -f1)"
begun=$(now)
"${roundbook[@]}" --help >/dev/null
say "Seconds until the help is there" "$(since "$begun")"

begun=$(now)
"${roundbook[@]}" demo "$home/demo" >"$root/tmp/demo" 2>&1
[ -s "$root/home/demo/rounds/2025-09/consolidated.xlsx" ]
say "Seconds the demo takes" "$(since "$begun")"

"${roundbook[@]}" forms "$home/demo" >/dev/null 2>&1
say "Forms written" "$(find "$root/home/demo/forms" -name '*.docx' | wc -l)"

begun=$(now)
"${roundbook[@]}" open "$home/demo" --no-browser >"$root/tmp/address" 2>/dev/null &
page=$!
trap 'kill "$page"; wait "$page" || true; [ "${BARE:-}" = yes ] || rm -rf "$root"' EXIT
for _ in $(seq 300); do
  [ -s "$root/tmp/address" ] && break
  sleep 0.1
done
address=$(head -n 1 "$root/tmp/address")
curl --silent --fail --location --cookie-jar "$root/tmp/cookies" --output "$root/tmp/page" "$address"
grep -q "Child M" "$root/tmp/page"
say "Seconds until the page answers" "$(since "$begun")"

if [ "${BARE:-}" = yes ]; then
  if curl --silent --max-time 3 https://example.org >/dev/null; then
    echo "The network was there after all." >&2
    exit 1
  fi
  echo "The folder works without Python and without a network."
fi
