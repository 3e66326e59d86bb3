package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a comparison from the first warm-up slice to its last round. */
public final class Conductor {

    private final LoadGenerator generator;
    private final Progress progress;
    private final Clock clock;
    private final Stopping stopping;
    private final Restarts restarts;

    private Conductor(LoadGenerator generator, Progress progress, Clock clock, Stopping stopping, Restarts restarts) {
        this.generator = generator;
        this.progress = progress;
        this.clock = clock;
        this.stopping = stopping;
        this.restarts = restarts;
    }

    /** Makes a conductor that plays every planned round on a single start of the systems. */
    public Conductor(LoadGenerator generator, Progress progress, Clock clock) {
        this(generator, progress, clock, Stopping.never(), Restarts.never());
    }

    /** Returns a copy that ends the comparison when the rule says so. */
    public Conductor stopping(Stopping rule) {
        return new Conductor(generator, progress, clock, rule, restarts);
    }

    /** Returns a copy that restarts the systems between rounds. */
    public Conductor restarting(Restarts anew) {
        return new Conductor(generator, progress, clock, stopping, anew);
    }

    /** Runs the whole comparison and returns everything that it measured; blocks until it is over. */
    public Outcome conduct(Comparison comparison) {
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(comparison);
        progress.warm(warmUp);
        new Rehearsal(generator, progress, clock).rehearse(comparison, warmUp);
        progress.roundsBegin();
        List<Round> rounds = play(comparison);
        return new Outcome(warmUp, rounds);
    }

    private List<Round> play(Comparison comparison) {
        List<Round> rounds = new ArrayList<>();
        Comparison present = comparison;
        int ended = 0;
        Decision decision = Decision.CONTINUE;
        for (int round = 1; round <= comparison.plan().rounds() && !decision.stops(); round++) {
            Optional<List<Target>> anew = restarts.before(round);
            if (anew.isPresent()) {
                present = present.at(anew.get());
                warmAgain(present, round);
            }
            playRound(round, present, rounds);
            ended = round;
            decision = stopping.after(List.copyOf(rounds));
        }
        progress.stopped(new Stopped(ended, decision.stops() ? decision : Decision.STOP_AT_CAP));
        return rounds;
    }

    private void warmAgain(Comparison present, int round) {
        Comparison again = present.warmedBy(present.warmUp().again());
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(again);
        progress.restarted(new Restart(round, warmUp));
        new Rehearsal(generator, progress, clock).rehearse(again, warmUp);
        progress.roundsBegin();
    }

    private void playRound(int number, Comparison comparison, List<Round> rounds) {
        Player player = new Player(generator, clock, Stretch.Part.ROUND);
        for (Turn turn : comparison.plan().turnsOf(number)) {
            Round round = player.play(turn, comparison);
            rounds.add(round);
            progress.ended(round);
        }
        progress.roundOver(number, List.copyOf(rounds));
    }
}
