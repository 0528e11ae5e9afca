package org.finplan.platform.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says when a disk has so little room left that writes are better refused while the database and the broker can still work:
 * a database whose disk is full to the last byte may not be able to end what it began. Looks at most once a second; a
 * directory that cannot be looked at is passed over.
 */
public final class StorageGuard {

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Path> directories;
    private final long leastFree;
    private final LongSupplier nanos;
    private final AtomicLong lookAt;
    private volatile boolean low;

    /**
     * A guard.
     *
     * @param directories directories on the disks to watch; none to watch nothing
     * @param leastFree bytes that must be free on each of those disks
     */
    public StorageGuard(List<Path> directories, long leastFree) {
        this(directories, leastFree, System::nanoTime);
    }

    StorageGuard(List<Path> directories, long leastFree, LongSupplier nanos) {
        this.directories = List.copyOf(directories);
        this.leastFree = leastFree;
        this.nanos = nanos;
        this.lookAt = new AtomicLong(nanos.getAsLong());
    }

    /** {@return whether one of the disks has less room than must be free} */
    public boolean isLow() {
        long due = lookAt.get();
        long now = nanos.getAsLong();
        if (now - due >= 0 && lookAt.compareAndSet(due, now + KEPT_NANOS)) {
            low = directories.stream().anyMatch(this::isShort);
        }
        return low;
    }

    private boolean isShort(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() < leastFree;
        } catch (IOException e) {
            return false;
        }
    }
}
