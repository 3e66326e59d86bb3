package dev.versus.environment.image;

import dev.versus.FileTree;
import dev.versus.OwnFolder;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Remover of folders that a run makes outside its own. */
public final class FolderRemover extends Remover {

    static final String KIND = "folder";

    /** The prefix of images that are being unpacked. */
    private static final String UNPACKED = ".rootfs-";

    /** The folder in which engines that root starts keep their files. */
    private static final Path ENGINES = Path.of("/var/lib/versus/engines");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        Path folder = Path.of(name);
        return folder.isAbsolute()
                && folder.equals(folder.normalize())
                && folder.getFileName() != null
                && isNameOf(run, folder)
                && OwnFolder.objection(folder.resolveSibling("")).isEmpty();
    }

    private static boolean isNameOf(RunId run, Path folder) {
        String name = String.valueOf(folder.getFileName());
        return run.isIn(UNPACKED, name) || (folder.startsWith(ENGINES) && run.isIn("", name));
    }

    @Override
    protected boolean removeAll(List<String> names) {
        names.forEach(name -> FileTree.delete(Path.of(name)));
        return names.stream().noneMatch(name -> Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    }
}
