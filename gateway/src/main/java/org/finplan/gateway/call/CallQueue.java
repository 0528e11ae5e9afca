package org.finplan.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Calls that wait to be written. When it is full a call is lost and counted; nobody ever waits for room. */
final class CallQueue {

    private final ArrayBlockingQueue<Call> waiting;
    private final AtomicLong lost = new AtomicLong();

    CallQueue(int capacity) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
    }

    void offer(Call call) {
        if (!waiting.offer(call)) {
            lost.incrementAndGet();
        }
    }

    /** {@return the oldest calls, at most so many, taken out of the queue} */
    List<Call> take(int most) {
        List<Call> taken = new ArrayList<>(Math.min(most, waiting.size()));
        waiting.drainTo(taken, most);
        return taken;
    }

    /** Counts calls that were taken and could not be written. */
    void lose(int calls) {
        lost.addAndGet(calls);
    }

    int size() {
        return waiting.size();
    }

    /** {@return how many calls were lost since the start} */
    long lost() {
        return lost.get();
    }
}
