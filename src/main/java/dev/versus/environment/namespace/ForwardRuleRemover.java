package dev.versus.environment.namespace;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import java.util.List;

/**
 * Remover of the rules that let a run's packets pass a firewall. A name is a family and the prefix of the run's interfaces, with a space
 * between them.
 */
public final class ForwardRuleRemover extends Remover {

    static final String KIND = "forward-rule";

    private static final List<String> FAMILIES = List.of("iptables", "ip6tables");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return FAMILIES.stream().anyMatch(family -> name.equals(family + " " + new RunNames(run).interfaces()));
    }

    @Override
    protected boolean removeAll(List<String> names) {
        boolean gone = true;
        for (String name : names) {
            String[] words = name.split(" ", -1);
            gone &= words.length == 2 && new ForwardRules(words[0], words[1]).remove();
        }
        return gone;
    }
}
