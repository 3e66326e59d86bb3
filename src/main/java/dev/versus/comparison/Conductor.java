package dev.versus.comparison;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Observations;
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
    public Outcome conduct(Comparison asked) {
        Comparison comparison = generator.offersTogether() ? asked : asked.withoutDuets();
        WarmUp warmUp = new WarmingUp(generator, progress, clock).warm(comparison);
        progress.forEach(listener -> listener.warm(warmUp));
        RoundTimes times = new RoundTimes();
        List<Progress> listeners =
                Stream.concat(Stream.of(times), progress.stream()).toList();
        new Rehearsal(generator, listeners, clock).rehearse(comparison, warmUp);
        Plan plan = comparison.budget().plan(times.of(comparison, warmUp), comparison.alike(), comparison.duets());
        progress.forEach(listener -> listener.planned(plan));
        progress.forEach(listener -> listener.roundsBegin());
        return new Outcome(warmUp, play(comparison, plan));
    }

    /** Plays rounds until the plan or the stopping rule ends them; or until a target is lost, and then the run does not count as whole. */
    private Observations play(Comparison comparison, Plan planned) {
        Observations observed = Observations.ofTurns(List.of());
        Comparison present = comparison;
        Plan plan = planned;
        Decision decision = Decision.CONTINUE;
        int ended = 0;
        boolean reached = true;
        while (ended < plan.rounds() && !decision.stops() && reached) {
            int round = ended + 1;
            Optional<List<Target>> anew = restarts.before(round, planned.rounds());
            if (anew.isPresent()) {
                present = present.at(anew.get());
                warmAgain(present, round);
            }
            observed = playRound(round, present, plan, observed);
            ended = round;
            decision = stopping.after(observed, plan.rule());
            plan = decision.stops() ? plan : revised(plan, observed);
            reached = generator.reaches(present.targets());
        }
        if (reached || decision.stops() || ended == plan.rounds()) {
            Stopped stopped = new Stopped(ended, decision.stops() ? decision : Decision.STOP_AT_CAP);
            progress.forEach(listener -> listener.stopped(stopped));
        }
        return observed;
    }

    private Plan revised(Plan plan, Observations observed) {
        Plan revised = stopping.revised(observed, plan);
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

    private Observations playRound(int number, Comparison comparison, Plan plan, Observations before) {
        Player player = new Player(generator, clock, Stretch.Part.ROUND);
        List<Round> played = player.playAll(comparison.order().of(number), comparison, plan::repetitionsOf);
        played.forEach(round -> progress.forEach(listener -> listener.ended(round)));
        List<Round> turns = new ArrayList<>(before.turns());
        turns.addAll(played);
        List<DuetSlice> slices = new ArrayList<>(before.duets());
        slices.addAll(playDuets(number, comparison, plan));
        Observations soFar = new Observations(turns, slices);
        progress.forEach(listener -> listener.roundOver(number, soFar, plan));
        return soFar;
    }

    private List<DuetSlice> playDuets(int number, Comparison comparison, Plan plan) {
        DuetPlayer player = new DuetPlayer(generator, clock, Stretch.Part.DUET);
        List<Duet> duets = plan.duets() > 0 ? comparison.duets().pairs() : List.of();
        return duets.stream()
                .flatMap(duet -> player.play(duet, comparison, number, plan.duets() / duets.size()).stream())
                .peek(slice -> progress.forEach(listener -> listener.ended(slice)))
                .toList();
    }
}
