/**
 * What is unavailable for a while, in one place for services and gateway alike: what a failure of the database means
 * ({@link org.finplan.platform.outage.DatabaseFault}), how long to wait before the next attempt
 * ({@link org.finplan.platform.outage.Backoff}), when an outage is worth a line of the log
 * ({@link org.finplan.platform.outage.OutageNotice}), and when there is too little room to write
 * ({@link org.finplan.platform.outage.StorageGuard}). No framework.
 */
package org.finplan.platform.outage;
