package dev.versus.simulations.wsgi;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.workload.FixedRequests;
import dev.versus.workload.Request;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scenario: some clients at once, each of whom sends one request over a connection of its own, which makes some calls.
 *
 * @param name of its targets' names, the part behind the server's
 * @param clients how many clients
 * @param calls how many calls each request makes
 * @param delay how long a call takes, in seconds, as the report writes it
 * @param quick whether a quick run has it too
 */
public record Scenario(String name, int clients, int calls, String delay, boolean quick) {

    /** How many requests Gunicorn's 4 processes of 2 threads work on at once. */
    public static final int SLOTS = 8;

    private static final double WARMING_SECONDS = 0.1;
    private static final int MOST_CALLS_IN_SEQUENCE = 4;

    /** Clients whose requests make many calls each. */
    public static final List<Scenario> FAN_OUT = List.of(
            fanOut(1, "0.5", true),
            fanOut(5, "1.0", false),
            fanOut(10, "1.0", false),
            fanOut(20, "0.5", false),
            fanOut(50, "0.3", true));

    /** The fan-out that is called stress. */
    public static final Scenario STRESS = fanOut(100, "0.5", false);

    /** Many clients whose requests make one call each. */
    public static final List<Scenario> CLIENTS = List.of(
            clients(5, "1.0", false),
            clients(10, "1.0", false),
            clients(20, "0.5", false),
            clients(50, "0.3", false),
            clients(100, "0.2", true));

    private static Scenario fanOut(int calls, String delay, boolean quick) {
        return new Scenario("fan-out-" + calls, 1, calls, delay, quick);
    }

    private static Scenario clients(int clients, String delay, boolean quick) {
        return new Scenario("clients-" + clients, clients, 1, delay, quick);
    }

    /** All of them; of a quick run the narrowest and the widest fan-out, and the largest crowd. */
    public static List<Scenario> all(boolean quick) {
        return Stream.of(FAN_OUT, List.of(STRESS), CLIENTS)
                .flatMap(List::stream)
                .filter(one -> one.quick || !quick)
                .toList();
    }

    /** The widest fan-out that was published, and the most clients. */
    public static Scenario widest() {
        return FAN_OUT.get(FAN_OUT.size() - 1);
    }

    /** The scenario of the most clients. */
    public static Scenario crowd() {
        return CLIENTS.get(CLIENTS.size() - 1);
    }

    /** What is offered to a server. */
    public FixedRequests against(Server server) {
        int brief = server.callsAtOnce() ? calls : Math.min(calls, MOST_CALLS_IN_SEQUENCE);
        return fixedRequests(clients)
                .concurrency(clients)
                .withoutKeepAlive()
                .sending(Request.get(server.path(delay, calls)))
                .warmedUpBy(
                        fixedRequests(1).withoutKeepAlive().get(server.path(Double.toString(WARMING_SECONDS), brief)));
    }

    /**
     * How many times as fast as Flask anybody can be: Flask makes a request's calls one after another, and takes clients in batches of
     * as many as it has slots.
     */
    public int limit() {
        return calls * ((clients + SLOTS - 1) / SLOTS);
    }

    /** How long it takes Flask at least, in seconds. */
    public double leastOfFlask() {
        return limit() * leastOfQuart();
    }

    /** How long it takes anybody at least, in seconds. */
    public double leastOfQuart() {
        return Double.parseDouble(delay);
    }

    /** In words: "50 calls of 0.3 s". */
    public String words() {
        return clients == 1 ? "%d × %s s".formatted(calls, delay) : "%d clients, %s s".formatted(clients, delay);
    }
}
