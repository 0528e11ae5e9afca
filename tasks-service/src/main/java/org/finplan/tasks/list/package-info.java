/** The list of tasks and safeguards, with its filters. */
package org.finplan.tasks.list;
