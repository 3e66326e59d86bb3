package dev.versus.report;

import dev.versus.measurement.Machine;
import java.util.List;

/** Describes a run in words, for headings. */
final class RunTitle {

    private RunTitle() {}

    /** Returns the simulation's class in words: {@code NamespacesVsDocker} becomes "Namespaces vs Docker". */
    static String of(String simulationClass) {
        String name = simulationClass.substring(simulationClass.lastIndexOf('.') + 1);
        return name.replace('$', ' ')
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .replaceAll("\\b(Vs|Versus)\\b", "vs");
    }

    /** Returns one sentence with the compared targets, the workload and the number of rounds. */
    static String sentence(RunHeader run) {
        List<String> names =
                run.targets().stream().map(RunHeader.TargetFacts::name).toList();
        List<String> workloads = run.targets().stream()
                .map(RunHeader.TargetFacts::workload)
                .distinct()
                .toList();
        String load = workloads.size() == 1 ? workloads.get(0) : "a workload each";
        String most = run.rule().mayEndEarly() ? "at most " : "";
        return joined(names) + " under " + load + ", in " + most + run.rounds() + " rounds of randomised turns.";
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Describes the machine in one line. */
    static String machine(Machine machine) {
        String memory = machine.memoryMib() > 0 ? Figures.of(machine.memoryMib() / 1024.0) + " GiB, " : "";
        return "%d × %s, %s%s, %s".formatted(machine.cpus(), machine.cpu(), memory, machine.os(), machine.jdk());
    }
}
