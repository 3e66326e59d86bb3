package dev.versus.run;

import dev.versus.ForeignText;
import dev.versus.comparison.Plan;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.report.RoundLine;
import dev.versus.workload.StepOutcome;
import java.util.Locale;

/** Prints the progress of a run on the console: a line for each warm-up slice and, of rounds, for twenty or so. */
record ConsoleProgress(RoundLine line, Console console) implements Progress {

    /** A run of more rounds prints a line for every second, third … of them. */
    private static final int LINES = 20;

    @Override
    public void warming(WarmUp.Slice slice) {
        say(
                "warming up %-20s %,8.0f req/s, p50 %.2f ms, CPU %.0f µs a request%s",
                slice.target(), slice.throughput(), slice.p50Millis(), slice.cpuMicros(), compiling(slice));
    }

    private static String compiling(WarmUp.Slice slice) {
        return slice.compiling().isPresent()
                ? String.format(
                        Locale.ROOT, ", compilers %.0f %%", slice.compiling().getAsDouble() * 100)
                : "";
    }

    @Override
    public void warm(WarmUp warmUp) {
        String end = warmUp.level() ? "level" : "NOT level when its time was up";
        say("warmed up with %,d requests in %.1f s: %s", warmUp.requests(), warmUp.seconds(), end);
    }

    @Override
    public void restarted(Restart restart) {
        say("started anew before round %d", restart.before());
        warm(restart.warmUp());
    }

    @Override
    public void roundOver(int number, Observations soFar, Plan plan) {
        int every = (plan.rounds() + LINES - 1) / LINES;
        if (number % every == 0 || plan.rule().isLook(number)) {
            say("%s", line.after(number, soFar, plan.rule()));
        }
    }

    @Override
    public void serviceEnded(ServiceEnd end) {
        String needed = end.targets().isEmpty()
                ? ""
                : "; no further round is played once " + String.join(" or ", end.targets()) + " answers nothing";
        say("%s%s", end.describe(), needed);
        end.lastLines().forEach(line -> console.say(ForeignText.QUOTE + ForeignText.line(line)));
    }

    @Override
    public void stopped(Stopped stopped) {
        say("stopped after round %d: %s", stopped.rounds(), stopped.reason().reason());
    }

    /** Prints the steps of a staircase and its capacity; nothing for a round of a single step. */
    @Override
    public void ended(Round round) {
        if (round.steps().size() < 2) {
            return;
        }
        for (StepOutcome step : round.steps()) {
            say(
                    "%s at concurrency %d: %,.0f req/s, p99 %.1f ms, %.2f %% failed",
                    round.target(), step.users(), step.throughput(), step.p99Millis(), step.errorRate() * 100);
        }
        say(
                "capacity of %s: %s",
                round.target(), round.capacity().map(ConsoleProgress::capacity).orElse("no step met the objective"));
    }

    private static String capacity(StepOutcome step) {
        return String.format(Locale.ROOT, "%,.0f req/s at concurrency %d", step.throughput(), step.users());
    }

    private void say(String pattern, Object... values) {
        console.say("versus: " + String.format(Locale.ROOT, pattern, values));
    }
}
