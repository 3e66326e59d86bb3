package dev.versus.environment.namespace;

import dev.versus.ShortCommand;
import dev.versus.environment.host.Programs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rules that let a run's packets pass a firewall whose policy is to forward nothing, such as Docker's. With {@code br_netfilter}, even
 * packets within a bridge pass that firewall. The rules accept all interfaces with the run's prefix; the run's own table decides which of
 * their packets may pass.
 *
 * @param family {@code iptables} or {@code ip6tables}
 * @param interfaces the prefix of the names of the run's interfaces
 */
record ForwardRules(String family, String interfaces) {

    private static final String CHAIN = "FORWARD";
    private static final String OPEN = "-P " + CHAIN + " ACCEPT";

    /** Tells whether the firewall forwards everything already. */
    boolean areNeedless() {
        return rules().stream().allMatch(OPEN::equals);
    }

    /** Returns the script that adds the rules; nothing if the program for it is not installed. */
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

    /** Removes the rules and tells whether none of them is left. */
    boolean remove() {
        List<String> deletions = deletions(rules());
        return deletions.isEmpty()
                || restore(deletions).filter(Script::succeeds).isPresent();
    }

    /** Returns the rules that delete, out of the listed rules, those that name exactly the run's interfaces. */
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
