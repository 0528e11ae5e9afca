package org.finplan.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageGuardTest {

    @TempDir
    Path directory;

    private long now;

    private StorageGuard guard(long leastFree) {
        return new StorageGuard(List.of(directory), leastFree, () -> now);
    }

    @Test
    void isLowBelowWhatMustBeFree() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        assertThat(guard(Long.MAX_VALUE).isLow()).isTrue();
        assertThat(guard(free / 2).isLow()).isFalse();
    }

    @Test
    void watchesNothingWhereNothingIsNamedOrSeen() {
        assertThat(new StorageGuard(List.of(), Long.MAX_VALUE).isLow()).isFalse();
        assertThat(new StorageGuard(List.of(directory.resolve("gone")), Long.MAX_VALUE).isLow())
                .isFalse();
    }

    @Test
    void looksAgainAfterASecondAndNotBefore() throws IOException {
        Path gone = Files.createDirectory(directory.resolve("gone"));
        StorageGuard guard = new StorageGuard(List.of(gone), Long.MAX_VALUE, () -> now);
        assertThat(guard.isLow()).isTrue();
        Files.delete(gone);
        now += TimeUnit.SECONDS.toNanos(1) - 1;
        assertThat(guard.isLow()).isTrue();
        now += 1;
        assertThat(guard.isLow()).isFalse();
    }
}
