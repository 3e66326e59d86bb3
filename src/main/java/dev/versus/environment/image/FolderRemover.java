package dev.versus.environment.image;

import dev.versus.environment.FileTree;
import dev.versus.environment.Remover;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Removes folders that a run makes outside its own. */
public final class FolderRemover implements Remover {

    static final String KIND = "folder";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean remove(List<String> names) {
        names.forEach(name -> FileTree.delete(Path.of(name)));
        return names.stream().noneMatch(name -> Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    }
}
