package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a comparison: warm-up, rehearsal, rounds and restarts. */
public record Conductor(
        LoadGenerator generator, List<Progress> progress, Clock clock, Stopping stopping, Restarts restarts) {

    public Conductor {
        progress = List.copyOf(progress);
    }

    /** Runs the whole comparison and returns everything that it measured; blocks until it is over. */
    public Outcome conduct(Comparison comparison) {
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(comparison);
        progress.forEach(listener -> listener.warm(warmUp));
        RoundTimes times = new RoundTimes();
        List<Progress> listeners =
                Stream.concat(Stream.of(times), progress.stream()).toList();
        new Rehearsal(generator, listeners, clock).rehearse(comparison, warmUp);
        Plan plan = comparison.budget().plan(times.of(comparison, warmUp));
        progress.forEach(listener -> listener.planned(plan));
        progress.forEach(listener -> listener.roundsBegin());
        return new Outcome(warmUp, play(comparison, plan));
    }

    private List<Round> play(Comparison comparison, Plan planned) {
        List<Round> rounds = new ArrayList<>();
        Comparison present = comparison;
        Plan plan = planned;
        Decision decision = Decision.CONTINUE;
        int ended = 0;
        while (ended < plan.rounds() && !decision.stops()) {
            int round = ended + 1;
            Optional<List<Target>> anew = restarts.before(round, planned.rounds());
            if (anew.isPresent()) {
                present = present.at(anew.get());
                warmAgain(present, round);
            }
            playRound(round, present, plan, rounds);
            ended = round;
            decision = stopping.after(List.copyOf(rounds), plan.rule());
            plan = decision.stops() ? plan : revised(plan, rounds);
        }
        Stopped stopped = new Stopped(ended, decision.stops() ? decision : Decision.STOP_AT_CAP);
        progress.forEach(listener -> listener.stopped(stopped));
        return rounds;
    }

    private Plan revised(Plan plan, List<Round> rounds) {
        Plan revised = stopping.revised(List.copyOf(rounds), plan);
        if (!revised.equals(plan)) {
            progress.forEach(listener -> listener.planned(revised));
        }
        return revised;
    }

    private void warmAgain(Comparison present, int round) {
        Comparison again = present.warmedBy(present.warmUp().again());
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(again);
        progress.forEach(listener -> listener.restarted(new Restart(round, warmUp)));
        new Rehearsal(generator, progress, clock).rehearse(again, warmUp);
        progress.forEach(listener -> listener.roundsBegin());
    }

    private void playRound(int number, Comparison comparison, Plan plan, List<Round> rounds) {
        Player player = new Player(generator, clock, Stretch.Part.ROUND);
        for (Turn turn : comparison.order().of(number)) {
            Round round = player.play(turn, comparison, plan.repetitionsOf(turn.target()));
            rounds.add(round);
            progress.forEach(listener -> listener.ended(round));
        }
        List<Round> soFar = List.copyOf(rounds);
        progress.forEach(listener -> listener.roundOver(number, soFar, plan));
    }
}
