/* The least that a program can be: what a worker's start is measured against. */
int main(void) {
    return 0;
}
