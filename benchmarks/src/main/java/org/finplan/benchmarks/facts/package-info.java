/** Reads of figures at ten million stored versions, beside a bare JDBC client on the same server. */
package org.finplan.benchmarks.facts;
