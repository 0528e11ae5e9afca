package org.finplan.risk.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * The steps of a job, each a transaction of its own: it is cut into parts, each part is worked out, and what follows from all of them
 * is done. Every instance of the program may take any step that nobody has; what a program that died had begun is as it was before.
 * A kind of jobs says what its own is.
 */
public abstract class JobSteps {

    /** For parts that may take long: four hours, in seconds. */
    protected static final int LONG = 4 * 60 * 60;

    private static final int MOST_ATTEMPTS = 3;

    /** {@return the jobs of this kind} */
    protected abstract JobQueue queue();

    /** {@return their parts} */
    protected abstract JobParts parts();

    /**
     * Cuts a job whose turn it is into parts.
     *
     * @param job the job, locked
     */
    protected abstract void cut(UUID job);

    /**
     * Works out a part and stores what came of it.
     *
     * @param job the job
     * @param part number of the part, locked
     * @throws CancellationException when nobody waits for it any more
     */
    protected abstract void work(UUID job, int part);

    /**
     * Does what follows when all parts are done; they are deleted afterwards.
     *
     * @param job the job, locked
     */
    protected abstract void complete(UUID job);

    /**
     * Ends a job of which a part could not be done.
     *
     * @param job the job
     */
    protected abstract void fail(UUID job);

    /** {@return after how many seconds the transaction of a part is given up; 0 for as long as any other} */
    protected int longestSeconds() {
        return 0;
    }

    /** Gives up what is being worked out, since the program stops. */
    protected void giveUp() {
        // A part that takes no time comes to its end.
    }

    /** {@return jobs that can be worked on, at most one of each queue} */
    public List<UUID> open() {
        return QuarkusTransaction.requiringNew().call(() -> queue().open());
    }

    /** {@return jobs that ended and of which parts are left} */
    public List<UUID> left() {
        return QuarkusTransaction.requiringNew().call(() -> parts().left());
    }

    /**
     * Takes away what is left of a job that ended.
     *
     * @param job the job
     */
    public void clear(UUID job) {
        QuarkusTransaction.requiringNew().run(() -> parts().deleteLeft(job));
    }

    /**
     * Begins a job that waits, when it is its turn.
     *
     * @param job the job
     */
    public void begin(UUID job) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (queue().takeTurn(job)) {
                cut(job);
                queue().begin(job);
            }
        });
    }

    /**
     * Works out the next part.
     *
     * @param job the job
     * @param taken takes the number of the part before it is worked out
     * @return false when there is none left to take, or nobody waits for it any more
     */
    public boolean workNext(UUID job, IntConsumer taken) {
        return QuarkusTransaction.requiringNew().timeout(longestSeconds()).call(() -> {
            Integer part = parts().take(job).orElse(null);
            if (part == null) {
                return false;
            }
            taken.accept(part);
            try {
                work(job, part);
                return true;
            } catch (CancellationException stopped) {
                return false;
            }
        });
    }

    /**
     * Notes that a part could not be worked out. Tried often enough, the job ends without it.
     *
     * @param job the job
     * @param part number of the part
     */
    public void failed(UUID job, int part) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (parts().failed(job, part) >= MOST_ATTEMPTS) {
                fail(job);
            }
        });
    }

    /**
     * Ends a job of which all parts are worked out.
     *
     * @param job the job
     */
    public void finish(UUID job) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (queue().lockRunning(job) && parts().open(job) == 0) {
                complete(job);
                parts().delete(job);
            }
        });
    }
}
