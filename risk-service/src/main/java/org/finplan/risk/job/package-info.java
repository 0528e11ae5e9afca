/** How long work is done as a job: waiting its turn, in parts that instances take from each other's table, ended or cancelled. */
package org.finplan.risk.job;
