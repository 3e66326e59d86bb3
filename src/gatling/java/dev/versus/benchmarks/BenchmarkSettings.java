package dev.versus.benchmarks;

import static dev.versus.SettingType.expecting;
import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;

import dev.versus.Setting;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Declares the settings of the benchmarks' simulations, which share most of them. */
final class BenchmarkSettings {

    private static final String OF = "benchmarks";

    static final Setting<URI> URL = new Setting<>(
            "url",
            OF,
            "http://127.0.0.1:8080",
            "the server that `Ceiling`, `FullSpeed`, `LocustAgreement` and `OddExchanges` load",
            expecting("an address such as http://127.0.0.1:8080", URI::create));

    static final Setting<Boolean> QUICK = new Setting<>(
            "quick",
            OF,
            "false",
            "has `AbAgreement`, `Ceiling`, `LocustAgreement` and `SharedMemoryThroughput` send fewer requests, in fewer rounds",
            trueOrFalse());

    static final Setting<String> SERVER = new Setting<>(
            "server",
            OF,
            "delay",
            "what is loaded: a server that takes 5 ms, in `AbAgreement` the shop, in `WarmRuler` a server that answers at once, in"
                    + " `LocustAgreement` the system `users`, or with `hundredth` a server at `url` that fails every hundredth request",
            text("delay, shop, at-once, users or hundredth"));

    static final Setting<Boolean> KEEP_ALIVE = new Setting<>(
            "keepAlive",
            OF,
            "true",
            "whether connections of `AbAgreement` are kept from one request to the next",
            trueOrFalse());

    static final Setting<Integer> REQUESTS = new Setting<>(
            "requests", OF, "3000", "how many requests `Truth` sends in all for each delay", whole(3, 1_000_000));

    static final Setting<Integer> RATE = new Setting<>(
            "rate",
            OF,
            "0",
            "how many requests `Truth` sends a second; 0 for a closed loop of connections",
            whole(0, 100_000));

    static final Setting<Integer> CONCURRENCY =
            new Setting<>("concurrency", OF, "10", "connections of the closed loop of `Truth`", whole(1, 1_000));

    static final Setting<Integer> EXTRA = new Setting<>(
            "extra", OF, "5", "by how many per cent the dearer service of `InjectedCost` is dearer", whole(1, 100));

    static final Setting<Integer> EXTRA_WORK = new Setting<>(
            "extraWork",
            OF,
            "0",
            "how many steps the product service of the second shop of `Decide` computes for nothing",
            whole(0, 100_000_000));

    static final Setting<Map<String, Integer>> EXCHANGES = new Setting<>(
            "exchanges",
            OF,
            "GET/plain*20",
            "what `OddExchanges` sends: methods and behaviours of the server, with numbers of requests",
            expecting("exchanges such as `GET/plain*20`, with commas between", BenchmarkSettings::exchanges));

    private BenchmarkSettings() {}

    private static Map<String, Integer> exchanges(String text) {
        if (!text.matches("[A-Z]+/[^*,]+\\*[0-9]{1,6}(,[A-Z]+/[^*,]+\\*[0-9]{1,6})*")) {
            throw new IllegalArgumentException(text);
        }
        Map<String, Integer> requests = new LinkedHashMap<>();
        for (String exchange : text.split(",", -1)) {
            String[] parts = exchange.split("\\*", 2);
            requests.put(parts[0], Integer.valueOf(parts[1]));
        }
        return requests;
    }
}
