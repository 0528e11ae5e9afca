/** The rule book: its evaluation beside Drools, and a run over all institutions from the rows of PostgreSQL to alerts. */
package org.finplan.benchmarks.rules;
