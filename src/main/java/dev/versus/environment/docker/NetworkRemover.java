package dev.versus.environment.docker;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.image.ContainerRemover.Recorded;
import java.util.List;

/** Remover of Docker networks. */
public final class NetworkRemover extends Remover {

    static final String KIND = "docker-network";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return Recorded.isOf(run, name);
    }

    @Override
    protected boolean removeAll(List<String> names) {
        return Recorded.all(
                names,
                (engine, name) -> engine.ask(
                        Recorded.LIMIT, client -> client.removeNetworkCmd(name).exec()));
    }
}
