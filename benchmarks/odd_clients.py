"""Has ab, ab -k and curl send what `odd-server` asks for, and holds what they and Versus say of it against what that server sent.

Called as `odd_clients.py exchanges <address> [--quick]` it prints all exchanges, such as GET/huge*4: a method, a behaviour of the server and the
number of requests. Called as `odd_clients.py compare <address> <exchanges> <rounds.jsonl> <headings.md> <folder>` it reads the expected
differences from its standard input, runs the clients, and leaves its conclusion in the folder, for lib.sh. An exchange of a client has the
path /<client>/<method>/<behaviour>, and requests follow one another: so each client meets the same."""

import json
import re
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from results import Held, conclude

NUMBER = 20
OTHER_NUMBERS = {"GET/huge": 4, "GET/hanging": 10}
NOT_BY_GET = ("HEAD/plain", "HEAD/chunked", "POST/plain", "POST/dropped")
SLOW = ("GET/huge", "GET/hanging", "GET/slow-first-byte")
BODY = '{"odd": true}'

# A request that takes longer is given up, by Versus too: see OddExchanges.java.
SECONDS = 5

# A client that is not done by then has lost its way, and the benchmark fails.
LONGEST = 300


@dataclass(frozen=True)
class Exchange:
    """So many requests of one behaviour."""

    name: str
    number: int

    @staticmethod
    def of(text: str) -> "Exchange":
        name, number = text.split("*")
        return Exchange(name, int(number))

    @property
    def method(self) -> str:
        return self.name.split("/")[0]

    @property
    def takes_any_length(self) -> bool:
        return self.name.endswith("/any-length")


@dataclass(frozen=True)
class Said:
    """What a client says of an exchange: answers by status, failed requests by kind, and the bytes of the bodies."""

    statuses: Counter = field(default_factory=Counter)
    failed: Counter = field(default_factory=Counter)
    bytes: int = 0
    finished: bool = True


def ab(url: str, exchange: Exchange, body: Path, *options: str) -> Said:
    """Runs ab. Its total of failed requests counts one request up to three times, so its parts are read."""
    send = {"GET": [], "HEAD": ["-i"], "POST": ["-p", str(body), "-T", "application/json"]}[exchange.method]
    command = ["ab", "-q", "-r", "-c", "1", "-v", "3", "-s", str(SECONDS), "-n", str(exchange.number)]
    lengths = ["-l"] * exchange.takes_any_length
    ran = subprocess.run([*command, *options, *lengths, *send, url], capture_output=True, text=True, errors="replace", timeout=LONGEST)

    def number(pattern: str) -> int:
        return int(found[1]) if (found := re.search(pattern, ran.stdout)) else 0

    return Said(
        Counter(re.findall(r"^(?:LOG: Response code = |WARNING: Response code not 2xx \()(\d+)", ran.stdout, re.MULTILINE)),
        Counter(
            status=number(r"Non-2xx responses: +(\d+)"),
            connection=number(r"\(Connect: (\d+)") + number(r"Receive: (\d+)"),
            length=number(r"Length: (\d+), Exceptions"),
            exception=number(r"Exceptions: (\d+)"),
        ),
        number(r"HTML transferred: +(\d+)"),
        ran.returncode == 0 and number(r"Complete requests: +(\d+)") == exchange.number,
    )


def kind(status: str, exit_code: str) -> str:
    """Names a failure of curl: by its time limit, before a status came, or after it."""
    return "timeout" if exit_code == "28" else "connection" if status == "000" else "malformed"


def curl(url: str, exchange: Exchange, body: Path) -> Said:
    """Runs one curl for all requests. It knows no lengths but a request's own; a status is a failure to it by the rule of everybody."""
    send = {"GET": [], "HEAD": ["--head"], "POST": ["--json", BODY]}[exchange.method]
    urls = "".join(f"url = {url}\noutput = /dev/null\n" for _ in range(exchange.number))
    told = "%{http_code} %{exitcode} %{size_download}\n"
    command = ["curl", "-s", "-S", "--max-time", str(SECONDS), "-w", told, *send, "-K", "-"]
    ran = subprocess.run(command, input=urls, capture_output=True, text=True, timeout=LONGEST)
    answers = [line.split() for line in ran.stdout.splitlines()]
    whole = [(status, int(size)) for status, code, size in answers if code == "0"]
    failed = Counter(kind(status, code) for status, code, _ in answers if code != "0")
    failed["status"] = sum(status >= "400" for status, _ in whole)
    return Said(
        Counter(status for status, _ in whole), failed, sum(size for _, size in whole), len(answers) == exchange.number
    )


def versus(rounds: Path) -> dict[str, Said]:
    """What Versus recorded, by path."""
    said: dict[str, Said] = {}
    for line in rounds.read_text().splitlines():
        if turn := json.loads(line).get("round"):
            seen = turn["measurement"]
            said[turn["target"]] = Said(Counter(seen["statuses"]), Counter(seen["failures"]), seen["bodyBytes"])
    return said


def text(counts: Counter) -> str:
    """Counts as words: 200:16 500:4."""
    return " ".join(f"{what}:{count}" for what, count in sorted(counts.items()) if count) or "none"


def differences(said: Said, site: dict, exchange: Exchange) -> dict[str, tuple[str, str]]:
    """The figures in which a client differs from what the server sent, with both; of a client that gave up only that."""
    if not said.finished:
        return {"finished": ("no", "yes")}
    failed = Counter(
        status=sum(count for status, count in site["answers"].items() if status >= "400"),
        connection=site["dropped"],
        malformed=site["malformed"],
        timeout=site["unanswered"],
        length=0 if exchange.takes_any_length else site["unequal"],
    )
    both = {
        "statuses": (text(said.statuses), text(Counter(site["answers"]))),
        "failed": (text(said.failed), text(failed)),
        "bytes": (str(said.bytes), str(site["bodyBytes"])),
        "requests": (text(Counter(site["requests"])), f"{exchange.method}:{exchange.number}"),
        "connections": (str(site["connections"]), str(site["necessary"])),
        "cookies": (str(site["cookies"]), "0"),
    }
    return {figure: pair for figure, pair in both.items() if pair[0] != pair[1]}


@dataclass
class Row:
    """An expected difference: one figure of one exchange, or any (*), in which a client says what the row holds."""

    client: str
    exchange: str
    figure: str
    says: str
    heading: str
    occurs: bool = False

    def explains(self, client: str, exchange: str, figure: str, says: str) -> bool:
        """Whether it explains this difference, which then occurred."""
        same = (self.client, self.exchange) == (client, exchange) and self.figure in ("*", figure) and self.says in ("*", says)
        self.occurs = self.occurs or same
        return same


def rows(table: str, compared: list[str]) -> list[Row]:
    """The rows of the table, one for each client and exchange that it names, without slow exchanges that are not compared."""
    found = []
    for line in table.splitlines():
        clients, exchanges, figure, says, heading = re.split(r"\s{2,}", line.strip())
        found += [
            Row(client, exchange, figure, says, heading)
            for client in clients.split(",")
            for exchange in exchanges.split(",")
            if exchange in compared or exchange not in SLOW
        ]
    return found


def exchanges(address: str, quick: bool) -> list[str]:
    """All exchanges, each with its number of requests."""
    with urllib.request.urlopen(address + "/behaviours") as answer:
        names = [f"GET/{behaviour}" for behaviour in json.load(answer)] + list(NOT_BY_GET)
    return [f"{name}*{OTHER_NUMBERS.get(name, NUMBER)}" for name in names if not (quick and name in SLOW)]


def unexplained(told: dict[str, dict[str, Said]], stats: dict, asked: list[Exchange], expected: list[Row]) -> int:
    """Prints all differences and returns how many no row explains."""
    missing = 0
    for exchange in asked:
        for client, all_said in told.items():
            site = stats[f"/{client}/{exchange.name}"]
            for figure, (says, sent) in differences(all_said[exchange.name], site, exchange).items():
                why = [row.heading for row in expected if row.explains(client, exchange.name, figure, says)]
                missing += not why
                print(f"{client}  {exchange.name}  {figure}  {says}  {why[0] if why else 'UNEXPLAINED'} (sent: {sent})")
    return missing


def compare(address: str, asked: list[Exchange], rounds: Path, headings: Path, work: Path) -> None:
    """Runs the clients, prints all differences, and leaves the conclusion."""
    body = work / "body.json"
    body.write_text(BODY)
    recorded = versus(rounds)
    clients: dict[str, Callable[[str, Exchange], Said]] = {
        "ab": lambda url, exchange: ab(url, exchange, body),
        "ab-k": lambda url, exchange: ab(url, exchange, body, "-k"),
        "curl": lambda url, exchange: curl(url, exchange, body),
        "versus": lambda url, exchange: recorded[url.removeprefix(address + "/")],
        "versus-k": lambda url, exchange: recorded[url.removeprefix(address + "/")],
    }
    told = {
        client: {exchange.name: run(f"{address}/{client}/{exchange.name}", exchange) for exchange in asked}
        for client, run in clients.items()
    }
    with urllib.request.urlopen(address + "/stats") as answer:
        stats = json.load(answer)
    expected = rows(sys.stdin.read(), [exchange.name for exchange in asked])
    missing = unexplained(told, stats, asked, expected)
    titles = re.findall(r"^#+ (.*)", headings.read_text(), re.MULTILINE)
    void = [row for row in expected if not row.occurs or row.heading not in titles]
    for row in void:
        print(f"{row.client}  {row.exchange}  {row.figure}  {row.says}  {row.heading}: does not occur, or has no such heading")
    print(f"{len(asked)} exchanges by {len(clients)} clients, {sum(row.occurs for row in expected)} differences explained")
    conclude(work, [Held("differences without explanation", missing, most=0), Held("void explanations", len(void), most=0)])


def main() -> None:
    match sys.argv[1:]:
        case ["exchanges", address, *quick]:
            print(",".join(exchanges(address, bool(quick))))
        case ["compare", address, asked, rounds, headings, work]:
            compare(address, [Exchange.of(one) for one in asked.split(",")], Path(rounds), Path(headings), Path(work))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
