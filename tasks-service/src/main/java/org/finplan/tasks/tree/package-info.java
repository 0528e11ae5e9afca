/** Loads the trees of the plan packages at start. */
package org.finplan.tasks.tree;
