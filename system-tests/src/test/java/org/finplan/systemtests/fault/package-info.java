/**
 * Faults of machines on the packaged programs with two instances of each: a database that is lost again and again, a full
 * disk, a broker without its log, a leader that stands still, an issuer that hangs. They take minutes, so they run beside
 * the build ({@code system-tests/faults}).
 */
package org.finplan.systemtests.fault;
