package dev.versus.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shows gates in Gatling's own console and report, and makes them decide Gatling's exit code: each gate is a dummy request with the gate's
 * name that succeeds or fails, with an assertion on it.
 */
final class Gates {

    private final List<String> names;

    Gates(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** Returns the population that runs the gates, one after another; to be started once all rounds are over. */
    PopulationBuilder population(Predicate<String> passes) {
        ChainBuilder chain = exec(session -> session);
        for (String name : names) {
            chain = chain.exec(dummy(line(name), 1).withSuccess(session -> passes.test(name)));
        }
        return scenario("gates").exec(chain).injectOpen(atOnceUsers(1));
    }

    List<Assertion> assertions() {
        return names.stream()
                .map(name -> details(line(name)).successfulRequests().count().is(1L))
                .toList();
    }

    private static String line(String name) {
        return "gate: " + name;
    }
}
