/** The answers of units, with their evidence: versions of observations, documents by reference and hash, notes. */
package org.finplan.tasks.supervision.reply;
