package dev.versus.environment.namespace;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Programs;
import java.util.List;
import java.util.stream.Stream;

/** Remover of nftables tables. It adds each table before it deletes it, so that a table that does not exist is no error. */
public final class TableRemover extends Remover {

    static final String KIND = "nft-table";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return name.equals(new RunNames(run).table());
    }

    @Override
    protected boolean removeAll(List<String> names) {
        List<String> commands = names.stream()
                .flatMap(name -> Stream.of("add table inet " + name, "delete table inet " + name))
                .toList();
        return Programs.ofAdministrator("nft")
                .map(nft -> new Script(List.of(nft.toString(), "-f", "-"), Script.lines(commands)))
                .filter(Script::succeeds)
                .isPresent();
    }
}
