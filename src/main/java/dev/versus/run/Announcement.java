package dev.versus.run;

import dev.versus.comparison.Plan;
import dev.versus.comparison.Plan.TurnLength;
import dev.versus.comparison.Progress;
import dev.versus.statistics.StoppingRule.Look;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the plan of rounds and, within a budget of time, the difference that it will tell. */
record Announcement(Foresight foresight, Console console) implements Progress {

    @Override
    public void planned(Plan plan) {
        console.say("versus: plan: " + describe(plan));
        if (plan.budget().isPresent()) {
            console.say("versus: plan: " + foresight.sentence(plan));
        }
    }

    static String describe(Plan plan) {
        String looks = plan.rule().mayEndEarly()
                ? "; it may end after "
                        + plan.rule().looks().stream()
                                .map(Look::after)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "";
        return plan.rounds() + " rounds, " + load(plan) + repetitions(plan) + looks;
    }

    private static String load(Plan plan) {
        if (plan.turns().values().stream().anyMatch(turn -> turn.seconds().isEmpty())) {
            return "for how long is not known beforehand";
        }
        double seconds = plan.rounds() * plan.roundSeconds();
        boolean over = plan.budget().isPresent() && seconds > plan.budget().getAsDouble() * 1.1;
        String load = String.format(Locale.ROOT, "%.0f s of load", seconds);
        return over
                ? load
                        + String.format(
                                Locale.ROOT,
                                ", more than the budget of %.0f s, for fewer rounds have no interval",
                                plan.budget().getAsDouble())
                : load;
    }

    private static String repetitions(Plan plan) {
        String times = new TreeMap<String, TurnLength>(plan.turns())
                .entrySet().stream()
                        .filter(turn -> turn.getValue().repetitions() > 1)
                        .map(turn -> turn.getKey() + " " + turn.getValue().repetitions() + " times")
                        .collect(Collectors.joining(", "));
        return times.isEmpty() ? "" : "; a turn runs the workload of " + times;
    }
}
