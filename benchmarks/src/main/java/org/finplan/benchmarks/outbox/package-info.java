/** How many events the outbox publishes, and how long one takes from its commit to its handler, beside the floor. */
package org.finplan.benchmarks.outbox;
