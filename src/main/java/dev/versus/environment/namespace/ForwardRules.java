package dev.versus.environment.namespace;

import dev.versus.environment.ShortCommand;
import dev.versus.environment.host.Programs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which a firewall that forwards nothing by itself, as Docker's does, lets a run's packets pass: even those that only
 * cross a bridge go through it where {@code br_netfilter} is on. They admit what begins with the run's own names; which of that may
 * pass, the run's own table says.
 *
 * @param family {@code iptables} or {@code ip6tables}
 * @param interfaces what the names of the run's interfaces begin with
 */
record ForwardRules(String family, String interfaces) {

    private static final String CHAIN = "FORWARD";
    private static final String OPEN = "-P " + CHAIN + " ACCEPT";

    /** Whether everything may pass already. */
    boolean areNeedless() {
        return rules().stream().allMatch(OPEN::equals);
    }

    /** What lets the run's packets through. */
    Optional<Script> admission(List<String> waysOut) {
        return restore(admitting(waysOut));
    }

    List<String> admitting(List<String> waysOut) {
        String own = interfaces + "+";
        var rules = new ArrayList<>(List.of("-I " + CHAIN + " -i " + own + " -o " + own + " -j ACCEPT"));
        for (String out : waysOut) {
            rules.add("-I " + CHAIN + " -i " + own + " -o " + out + " -j ACCEPT");
            rules.add("-I " + CHAIN + " -i " + out + " -o " + own + " -j ACCEPT");
        }
        return rules;
    }

    /** Whether none of the run's rules is left. */
    boolean remove() {
        List<String> deletions = deletions(rules());
        return deletions.isEmpty()
                || restore(deletions).filter(Script::succeeds).isPresent();
    }

    /** Of rules as they are listed, the deletion of those that name the run's interfaces and no longer name. */
    List<String> deletions(List<String> listed) {
        return listed.stream()
                .filter(rule -> rule.startsWith("-A " + CHAIN + " "))
                .filter(rule -> Arrays.asList(rule.split(" ", -1)).contains(interfaces + "+"))
                .map(rule -> rule.replaceFirst("^-A", "-D"))
                .toList();
    }

    private List<String> rules() {
        return Programs.ofAdministrator(family)
                .flatMap(program -> ShortCommand.run(List.of(program.toString(), "-w", "-S", CHAIN)))
                .map(said -> said.lines().toList())
                .orElse(List.of());
    }

    private Optional<Script> restore(List<String> rules) {
        var lines = new ArrayList<>(List.of("*filter"));
        lines.addAll(rules);
        lines.add("COMMIT");
        return Programs.ofAdministrator(family + "-restore")
                .map(program -> new Script(List.of(program.toString(), "-w", "--noflush"), Script.lines(lines)));
    }
}
