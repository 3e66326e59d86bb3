package dev.versus.environment.docker;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import java.util.List;

/** Remover of the nftables tables that keep IPv6 networks apart. */
public final class Ipv6FilterRemover extends Remover {

    static final String KIND = "docker-ipv6-wall";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return name.equals(new Names(run).table());
    }

    @Override
    protected boolean removeAll(List<String> names) {
        return names.stream().filter(name -> !Ipv6Filter.fell(name)).count() == 0;
    }
}
