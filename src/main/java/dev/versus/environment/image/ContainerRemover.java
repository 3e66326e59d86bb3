package dev.versus.environment.image;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Removes containers, with the volumes that have no name. A container is known by its engine's address and its own name. */
public final class ContainerRemover extends Remover {

    /** The kind of what is written down of it. */
    public static final String KIND = "container";

    @Override
    public String kind() {
        return KIND;
    }

    /** What is written down of a thing of an engine. */
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

    /** A removal that somebody else has begun is as good. */
    private static void remove(DockerEngine engine, String name) {
        engine.ask(
                Recorded.LIMIT,
                client -> client.removeContainerCmd(name)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    /** Something of an engine as it was written down. */
    public record Recorded(DockerEngine engine, String name) {

        /** How long the removal of one thing may take; what takes longer is left to a later sweep. */
        public static final Duration LIMIT = Duration.ofSeconds(30);

        /** How one thing is removed; what does not exist is docker-java's {@link NotFoundException}. */
        public interface Removal {
            void remove(DockerEngine engine, String name);
        }

        /** Tells whether a run can have had an engine of this machine make something that is written down so. */
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

        /** Removes all of them, and says whether nothing of them is left: an engine that is silent may still have them. */
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
