package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a comparison from the first warm-up slice to its last round. */
public record Conductor(
        LoadGenerator generator, List<Progress> progress, Clock clock, Stopping stopping, Restarts restarts) {

    public Conductor {
        progress = List.copyOf(progress);
    }

    /** Runs the whole comparison and returns everything that it measured; blocks until it is over. */
    public Outcome conduct(Comparison comparison) {
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(comparison);
        progress.forEach(listener -> listener.warm(warmUp));
        new Rehearsal(generator, progress, clock).rehearse(comparison, warmUp);
        progress.forEach(listener -> listener.roundsBegin());
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
        Stopped stopped = new Stopped(ended, decision.stops() ? decision : Decision.STOP_AT_CAP);
        progress.forEach(listener -> listener.stopped(stopped));
        return rounds;
    }

    private void warmAgain(Comparison present, int round) {
        Comparison again = present.warmedBy(present.warmUp().again());
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(again);
        progress.forEach(listener -> listener.restarted(new Restart(round, warmUp)));
        new Rehearsal(generator, progress, clock).rehearse(again, warmUp);
        progress.forEach(listener -> listener.roundsBegin());
    }

    private void playRound(int number, Comparison comparison, List<Round> rounds) {
        Player player = new Player(generator, clock, Stretch.Part.ROUND);
        for (Turn turn : comparison.plan().turnsOf(number)) {
            Round round = player.play(turn, comparison);
            rounds.add(round);
            progress.forEach(listener -> listener.ended(round));
        }
        List<Round> soFar = List.copyOf(rounds);
        progress.forEach(listener -> listener.roundOver(number, soFar));
    }
}
