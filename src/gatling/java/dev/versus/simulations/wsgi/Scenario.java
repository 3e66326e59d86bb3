package dev.versus.simulations.wsgi;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.workload.FixedRequests;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario: a number of clients at once, each sending one request over a connection of its own, for which the server makes a number of
 * calls.
 *
 * @param name the scenario's part of its targets' names, after the server's name
 * @param clients the number of clients
 * @param calls the number of calls that the server makes for each request
 * @param delay how long a call takes, in s, as the published guide writes it
 * @param quick whether a quick run includes the scenario
 */
public record Scenario(String name, int clients, int calls, String delay, boolean quick) {

    /** The number of requests that Gunicorn's 4 processes of 2 threads serve at once. */
    public static final int SLOTS = 8;

    private static final String WARMING_DELAY = "0.1";
    private static final int MOST_CALLS_IN_SEQUENCE = 4;

    /** The fan-outs: one client, whose request makes 1 to 50 calls. */
    public static final List<Scenario> FAN_OUT = List.of(
            fanOut(1, "0.5", true),
            fanOut(5, "1.0", false),
            fanOut(10, "1.0", false),
            fanOut(20, "0.5", false),
            fanOut(50, "0.3", true));

    /** The stress case: a fan-out of 100 calls. */
    public static final Scenario STRESS = fanOut(100, "0.5", false);

    /** The scenarios of 5 to 100 clients, whose requests make one call each. */
    public static final List<Scenario> CLIENTS = List.of(
            clients(5, "1.0", false),
            clients(10, "1.0", false),
            clients(20, "0.5", false),
            clients(50, "0.3", false),
            clients(100, "0.2", true));

    /** The widest fan-out, the stress case left out. */
    public static final Scenario WIDEST = FAN_OUT.get(FAN_OUT.size() - 1);

    /** The scenario of the most clients. */
    public static final Scenario CROWD = CLIENTS.get(CLIENTS.size() - 1);

    private static Scenario fanOut(int calls, String delay, boolean quick) {
        return new Scenario("fan-out-" + calls, 1, calls, delay, quick);
    }

    private static Scenario clients(int clients, String delay, boolean quick) {
        return new Scenario("clients-" + clients, clients, 1, delay, quick);
    }

    /** Returns all scenarios; for a quick run only the narrowest and the widest fan-out and the most clients. */
    public static List<Scenario> all(boolean quick) {
        return Stream.of(FAN_OUT, List.of(STRESS), CLIENTS)
                .flatMap(List::stream)
                .filter(one -> one.quick || !quick)
                .toList();
    }

    /** Returns the workload of this scenario for a server. */
    public FixedRequests against(Server server) {
        int brief = server.callsAtOnce() ? calls : Math.min(calls, MOST_CALLS_IN_SEQUENCE);
        FixedRequests alone = fixedRequests(1).withoutKeepAlive();
        return fixedRequests(clients)
                .concurrency(clients)
                .withoutKeepAlive()
                .get(server.path(delay, calls))
                .warmedUpBy(alone.get(server.path(WARMING_DELAY, brief)));
    }

    /**
     * Returns the limit of the factor: how many times as fast as Flask any server can be. Flask makes a request's calls one after another,
     * and serves {@link #SLOTS} clients at once.
     */
    public int limit() {
        return calls * ((clients + SLOTS - 1) / SLOTS);
    }

    /** Returns Flask's shortest possible time for the scenario, in s. */
    public double leastOfFlask() {
        return limit() * leastOfQuart();
    }

    /** Returns any server's shortest possible time for the scenario, Quart's among them, in s: one delay. */
    public double leastOfQuart() {
        return Double.parseDouble(delay);
    }

    /** Describes the scenario in words: "50 × 0.3 s" for a fan-out, "100 clients, 0.2 s" for clients. */
    public String words() {
        return clients == 1 ? "%d × %s s".formatted(calls, delay) : "%d clients, %s s".formatted(clients, delay);
    }
}
