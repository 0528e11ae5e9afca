package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path root;

    @Test
    void refusesADirectoryThatHoldsSomethingElse() throws IOException {
        Files.writeString(root.resolve("letter.txt"), "dear");
        DataDirectory directory = new DataDirectory(root);
        assertThatThrownBy(directory::prepare).isInstanceOf(StackException.class);
        assertThatThrownBy(directory::delete).isInstanceOf(StackException.class);
        assertThat(root.resolve("letter.txt")).exists();
    }

    @Test
    void deletesWhatItMadeAndNothingElse() throws IOException {
        DataDirectory directory = new DataDirectory(root.resolve("data"));
        directory.prepare();
        directory.password("sample");
        Files.writeString(directory.path().resolve("letter.txt"), "dear");
        directory.delete();
        assertThat(directory.path()).isDirectoryContaining("glob:**letter.txt");
        assertThat(directory.secrets()).doesNotExist();
    }

    @Test
    void keepsPasswordsAndHidesThem() throws IOException {
        DataDirectory directory = new DataDirectory(root.resolve("data"));
        directory.prepare();
        String first = directory.password("first");
        String second = directory.password("second");
        assertThat(first).isNotEqualTo(second).hasSize(32);
        assertThat(new DataDirectory(directory.path()).password("first")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.secrets().resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }
}
