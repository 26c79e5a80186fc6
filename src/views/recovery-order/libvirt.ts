import type { Model } from '../../model/model.ts';
import { type Machine, machinesOf, waitsOfMachine } from './machines.ts';
import { argument, comment } from './shell.ts';
import type { RecoveryView } from './view.ts';
import { summaryText } from './words.ts';

/** The domain: the name that the plan gives for the product, else the id, as libvirt is mostly used. */
const domain = ({ vmId, id }: Machine): string => vmId ?? id;

/** How the host of a machine is reached: by its address, its name in the network, or its id. */
function connection(machine: Machine, model: Model): string {
  const host = model.elements.get(machine.host ?? '');
  if (!host || host.kind === 'cluster') return '';
  const { address, hostname } = host.data as { address?: string; hostname?: string };
  return `qemu+ssh://root@${hostname ?? address ?? host.id}/system`;
}

/**
 * `start` begins a machine and notes when it should be up; `need` waits until so many of some machines are: their guest
 * agent answers, or the time of the plan is over. What could not be started is never waited for.
 */
const functions = String.raw`state=$(mktemp -d) || exit 1
trap 'rm -rf "$state"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
failed=0
between=$(printenv DRPLAN_WAIT) || between=5 # seconds between two looks

call() { uri=$1; shift; if [ -n "$uri" ]; then virsh --connect "$uri" "$@"; else virsh "$@"; fi; }
fail() { echo "NOT STARTED: $1: $2" >&2; : >"$state/no.$1"; failed=$((failed + 1)); }
start() { # id, connection, domain, seconds
  if [ "$(call "$2" domstate "--domain=$3" 2>/dev/null | head -n 1)" != running ]; then
    echo "start $1"
    call "$2" start "--domain=$3" || { fail "$1" "virsh says no"; return; }
  fi
  printf '%s\n%s\n%s\n' "$(($(date +%s) + $4))" "$2" "$3" >"$state/up.$1"
}
is_up() { # id
  [ -f "$state/up.$1" ] || return 1
  { read -r until; read -r at; read -r name; } <"$state/up.$1"
  [ "$(date +%s)" -ge "$until" ] && return 0
  call "$at" qemu-agent-command "--domain=$name" '{"execute":"guest-ping"}' >/dev/null 2>&1
}
need() { # id, how many, of ids
  for_id=$1; most=$2; shift 2
  while :; do
    up=0; left=0
    for one in "$@"; do
      if is_up "$one"; then up=$((up + 1)); elif [ ! -f "$state/no.$one" ]; then left=$((left + 1)); fi
    done
    [ "$up" -ge "$most" ] && return 0
    [ $((up + left)) -ge "$most" ] || { fail "$for_id" "it needs $most of: $*"; return 1; }
    sleep "$between"
  done
}`;

function lines(machine: Machine, known: ReadonlyMap<string, Machine>, model: Model): string[] {
  const waits = waitsOfMachine(machine, known);
  const before = [...new Set(waits.flatMap((w) => w.others))];
  const needs = waits
    .filter((w) => w.atLeast > 0)
    .map((w) => `need ${machine.id} ${w.atLeast} ${w.machines.map((m) => m.id).join(' ')} && `);
  const start = `start ${machine.id} ${argument(connection(machine, model)) || "''"} ${argument(domain(machine))} ${machine.up}`;
  return [
    '',
    comment(`${machine.label}${machine.step.assumed ? ', time assumed' : ''}`),
    ...(before.length > 0 ? [comment(`before it: ${before.join(', ')}`)] : []),
    `${needs.join('')}${start}`,
  ];
}

/** A script that starts the machines of libvirt one after the other: libvirt has no order of its own. */
export const libvirt: RecoveryView = {
  name: 'libvirt',
  byItself: true,
  summary: 'a shell script that starts the machines of libvirt in order',
  render: (recovery, model, { clock }) => {
    const machines = machinesOf(recovery, model);
    const known = new Map(machines.map((m) => [m.id, m]));
    const first = [...new Set(machines.flatMap((m) => waitsOfMachine(m, known).flatMap((w) => w.others)))].sort();
    return `${[
      '#!/bin/sh',
      comment(`Start order for libvirt: ${recovery.scenario.name}`),
      comment(`${summaryText(recovery, clock)}.`),
      '# Hosts, storage and network come first, by hand. It can be run again: what runs already is not started again.',
      '# Hosts are reached as root by ssh; agent, time of the plan: whichever comes first says that a machine is up.',
      ...(first.length > 0 ? [comment(`First: ${first.join(', ')}`)] : []),
      'set -u',
      functions,
      ...machines.flatMap((machine) => lines(machine, known, model)),
      '',
      ...(machines.length === 0 ? ['# No virtual machine has to be started.'] : []),
      '[ "$failed" -eq 0 ]',
    ].join('\n')}\n`;
  },
};
