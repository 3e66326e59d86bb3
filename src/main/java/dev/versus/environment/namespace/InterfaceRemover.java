package dev.versus.environment.namespace;

import dev.versus.ShortCommand;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Programs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remover of bridges and veth pairs. Each deletion of interfaces has to wait for all readers in the kernel. So all interfaces of a run are
 * deleted at once by their group number, if no other interface has it, and otherwise one by one by their names.
 */
public final class InterfaceRemover extends Remover {

    static final String KIND = "interface";

    private static final Pattern LISTED = Pattern.compile("^\\d+: ([^:@ ]+)[@:].*? group (\\S+)");
    private static final String NO_GROUP = "default";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return name.matches(new RunNames(run).interfaces() + "[bv]\\d{1,4}");
    }

    @Override
    protected boolean removeAll(List<String> names) {
        return Programs.ofAdministrator("ip").filter(ip -> remove(ip, names)).isPresent();
    }

    private static boolean remove(Path ip, List<String> names) {
        Optional<List<String>> deletions = groups(ip).map(groups -> deletions(names, groups));
        return deletions
                .filter(commands ->
                        commands.isEmpty() || Script.ipWhatever(ip, commands).succeeds() || areGone(ip, names))
                .isPresent();
    }

    /**
     * Tells whether the interfaces are gone. A network namespace that ends takes its interfaces with it, which may happen just before their
     * deletion.
     */
    private static boolean areGone(Path ip, List<String> names) {
        return groups(ip)
                .filter(left -> names.stream().noneMatch(left::containsKey))
                .isPresent();
    }

    private static Optional<Map<String, String>> groups(Path ip) {
        return ShortCommand.run(List.of(ip.toString(), "-o", "link", "show"))
                .map(said -> groups(said.lines().toList()));
    }

    /** Returns the group of each interface from the output of {@code ip -o link show}. */
    static Map<String, String> groups(List<String> listed) {
        Map<String, String> groups = new LinkedHashMap<>();
        listed.stream()
                .map(LISTED::matcher)
                .filter(Matcher::find)
                .forEach(found -> groups.put(found.group(1), found.group(2)));
        return groups;
    }

    /** Returns the commands that delete the existing interfaces of these names, and no others. */
    static List<String> deletions(List<String> names, Map<String, String> groups) {
        List<String> there = names.stream().filter(groups::containsKey).toList();
        Set<String> theirs = Set.copyOf(
                there.stream().map(name -> groups.getOrDefault(name, NO_GROUP)).toList());
        String group = theirs.size() == 1 ? theirs.iterator().next() : NO_GROUP;
        boolean alone = groups.entrySet().stream()
                .filter(one -> one.getValue().equals(group))
                .allMatch(one -> there.contains(one.getKey()));
        return !group.equals(NO_GROUP) && alone
                ? List.of("link delete group " + group)
                : there.stream().map(name -> "link delete dev " + name).toList();
    }
}
