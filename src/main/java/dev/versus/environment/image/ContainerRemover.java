package dev.versus.environment.image;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Remover of containers and of their unnamed volumes. A container is recorded by the engine's address and its own name. */
public final class ContainerRemover extends Remover {

    /** The kind under which containers are recorded. */
    public static final String KIND = "container";

    @Override
    public String kind() {
        return KIND;
    }

    /** Returns the text under which a thing of an engine is recorded: the engine's address, a space, and the name. */
    public static String name(DockerEngine engine, String name) {
        return engine.address() + " " + name;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return Recorded.isOf(run, name);
    }

    @Override
    protected boolean removeAll(List<String> names) {
        return Recorded.all(names, ContainerRemover::remove);
    }

    /** Removes a container. A removal that another process has begun counts as done. */
    private static void remove(DockerEngine engine, String name) {
        engine.ask(
                Recorded.LIMIT,
                client -> client.removeContainerCmd(name)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    /** A thing of an engine, as it was recorded. */
    public record Recorded(DockerEngine engine, String name) {

        /** The time limit for the removal of one thing. A later sweep removes what takes longer. */
        public static final Duration LIMIT = Duration.ofSeconds(30);

        /** Removes one thing. If it does not exist, docker-java throws a {@link NotFoundException}. */
        public interface Removal {
            void remove(DockerEngine engine, String name);
        }

        /** Tells whether a recorded text names an engine of this machine and a thing that the run can have made. */
        public static boolean isOf(RunId run, String text) {
            int space = text.indexOf(' ');
            return space > 0
                    && DockerEngine.isOfThisMachine(text.substring(0, space))
                    && run.isIn("versus-", text.substring(space + 1));
        }

        static Recorded parse(String text) {
            int space = text.indexOf(' ');
            return new Recorded(DockerEngine.at(URI.create(text.substring(0, space))), text.substring(space + 1));
        }

        /** Removes all things and tells whether none of them is left. They may be left if an engine does not answer. */
        public static boolean all(List<String> names, Removal removal) {
            boolean gone = true;
            for (String name : names) {
                gone &= parse(name).isGone(removal);
            }
            return gone;
        }

        private boolean isGone(Removal removal) {
            try {
                removal.remove(engine, name);
                return true;
            } catch (NotFoundException none) {
                return true;
            } catch (ConflictException busy) {
                return busy.getMessage() != null && busy.getMessage().contains("already in progress");
            } catch (EngineUnavailable | DockerException stays) {
                return false;
            }
        }
    }
}
