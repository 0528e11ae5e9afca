/** The main job of the suite, told in the terminal step by step, through the gateway only. */
package org.finplan.platform.devstack.demo;
