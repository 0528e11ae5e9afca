package org.finplan.platform.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A loopback port that no other stack of this user takes while it is held. The port itself stays free for the program
 * that will listen on it; other stacks see a locked file instead, which vanishes with the process that holds it.
 */
public final class PortReservation implements AutoCloseable {

    // Below the range from which Linux and macOS take ports of outgoing connections.
    /** Lowest port that {@link #any(int)} gives. */
    public static final int FIRST = 21_000;

    private static final int LAST = 31_999;

    private final int port;
    private final FileLock lock;

    private PortReservation(int port, FileLock lock) {
        this.port = port;
        this.lock = lock;
    }

    /** {@return the port} */
    public int port() {
        return port;
    }

    /**
     * Reserves one certain port.
     *
     * @param port the port
     * @return the reservation, or empty when another stack holds it or something listens on it
     */
    public static Optional<PortReservation> of(int port) {
        FileChannel channel = null;
        try {
            Path directory =
                    Path.of(System.getProperty("java.io.tmpdir"), "finplan-ports-" + System.getProperty("user.name"));
            Files.createDirectories(directory);
            channel = FileChannel.open(
                    directory.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null && isFree(port)) {
                return Optional.of(new PortReservation(port, lock));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reserve port " + port, e);
        }
    }

    /**
     * Reserves the first free port after a starting point.
     *
     * @param seed decides where the search starts, so that the same stack tends to get the same ports
     * @return the reservation
     * @throws IllegalStateException when every port of the range is taken
     */
    public static PortReservation any(int seed) {
        int count = LAST - FIRST + 1;
        for (int i = 0; i < count; i++) {
            Optional<PortReservation> reservation = of(FIRST + Math.floorMod(seed + i, count));
            if (reservation.isPresent()) {
                return reservation.get();
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    /**
     * Whether nothing listens on a loopback port.
     *
     * @param port the port
     * @return whether a program could listen on it now
     */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back port " + port, e);
        }
    }
}
